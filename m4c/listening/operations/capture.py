"""Capture a house meeting while it is held: what hurts, who hosts next, who does what, as a phone brings it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.visibility import scopes_of
from m4c.events.models import Job
from m4c.events.operations.job import JobRefused, write_job
from m4c.listening.models import Concern, HostOffer, HouseMeeting
from m4c.listening.operations.concern import ConcernRefused, NewConcern, cannot_be_written, write_concerns
from m4c.listening.operations.host_offer import OfferRefused, write_offer
from m4c.listening.operations.house_meeting import HouseMeetingRefused
from m4c.listening.operations.own_name import check_own_name
from m4c.listening.permissions import HEAR, RECORD_FOR_OTHERS, RUN_LISTENING
from m4c.listening.rounds.entries import Captured, Entry, Heard, Offered, TakenBack, TakenOn
from m4c.listening.rounds.guests import people_of
from m4c.people.models import Account, Person

Guests = Mapping[UUID, Person]


@operation(HEAR, on="meeting")
def capture(*, meeting: HouseMeeting, sent: Sequence[Entry], at: datetime, by: Account) -> Captured:
    """Write down what was captured at a meeting that one hosts, or whose host's organiser one is.

    Each entry is answered by itself, and sent twice is written once. Raises HouseMeetingRefused for a meeting called
    off, and NotAllowed.
    """
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    if meeting.called_off_on:
        raise HouseMeetingRefused(_("This house meeting was called off."), code="called_off")
    guests, captured = people_of(meeting), Captured()
    hear(meeting, [entry for entry in sent if isinstance(entry, Heard)], guests, at, by, captured)
    for entry in sent:
        try:
            if isinstance(entry, Offered):
                captured.keep(entry, offer_of(meeting, entry, guests))
            elif isinstance(entry, TakenOn):
                captured.keep(entry, job_of(meeting, entry, guests, at, by))
        except (OfferRefused, JobRefused, ConcernRefused) as refused:
            captured.refuse(entry, refused)
    for entry in sent:
        if isinstance(entry, TakenBack):
            take_back(meeting, entry, at, by, captured)
    return captured


def hear(
    meeting: HouseMeeting, sent: Sequence[Heard], guests: Guests, at: datetime, account: Account, captured: Captured
) -> None:
    """Write what hurts, all at once; where one of them cannot be written, one by one."""
    known = [entry for entry in sent if entry.who is None or entry.who in guests]
    for entry in sent:
        if entry not in known:
            captured.refuse(entry, cannot_be_written())
    rows = [concern_of(meeting, entry, guests, at) for entry in known]
    given: dict[str, Any] = {"group": meeting.group, "at": at, "noted_by": account}
    try:
        for entry, concern in zip(known, write_concerns(rows=rows, **given), strict=True):
            captured.keep(entry, concern)
    except ConcernRefused:
        for entry, row in zip(known, rows, strict=True):
            try:
                captured.keep(entry, write_concerns(rows=[row], **given)[0])
            except ConcernRefused as refused:
                captured.refuse(entry, refused)


def concern_of(meeting: HouseMeeting, entry: Heard, guests: Guests, at: datetime) -> NewConcern:
    """What was said, as concerns are written; a device whose clock runs ahead wrote it when it was heard."""
    return NewConcern(
        words=entry.words,
        said_on=timezone.localdate(min(entry.at, at)),
        person=guests[entry.who] if entry.who else None,
        strength=entry.strength,
        may_quote=entry.may_quote,
        campaign=meeting.campaign,
        house_meeting=meeting,
        uid=entry.uid,
    )


def offer_of(meeting: HouseMeeting, entry: Offered, guests: Guests) -> HostOffer:
    """The offer of a guest or of a name. Raises OfferRefused."""
    person = named(entry.who, guests)
    return write_offer(meeting=meeting, person=person, name=entry.name, by_when=entry.by_when, uid=entry.uid)


def job_of(meeting: HouseMeeting, entry: TakenOn, guests: Guests, at: datetime, account: Account) -> Job:
    """The job of a guest, or of nobody yet. Raises JobRefused."""
    known = Job.objects.filter(uid=entry.uid).first()
    person = named(entry.who, guests)
    if known:
        same = known.event_id == meeting.event_id and known.what == entry.what.strip()
        if not same or known.taken_by_id != (person.pk if person else None):
            raise cannot_be_written()
        return known
    return write_job(
        group=meeting.group,
        event=meeting.event,
        what=entry.what,
        taken_by=person,
        due_on=entry.due_on,
        at=at,
        made_by=account,
        uid=entry.uid,
    )


def take_back(meeting: HouseMeeting, entry: TakenBack, at: datetime, account: Account, captured: Captured) -> None:
    """Strike what was written down at this meeting under a uid: words only by whoever wrote them, or runs listening."""
    own = {} if account.may(RUN_LISTENING, scopes_of(meeting)) else {"noted_by": account}
    if concern := Concern.objects.filter(house_meeting=meeting, uid=entry.of, **own).first():
        change(concern, struck_at=concern.struck_at or at)
        captured.keep(entry, concern)
    elif offer := HostOffer.objects.filter(meeting=meeting, uid=entry.of, became=None).first():
        change(offer, declined_at=offer.declined_at or at)
        captured.keep(entry, offer)
    elif job := Job.objects.filter(event=meeting.event_id, uid=entry.of).first():
        if job.settled_at is None:
            change(job, settled_at=at, settled_by=account, outcome=Job.Outcome.DROPPED)
        captured.keep(entry, job)
    else:
        captured.refuse(entry, cannot_be_written())


def named(who: UUID | None, guests: Guests) -> Person | None:
    """The guest of this uid; None for nobody. Raises ConcernRefused for somebody who is not on the list."""
    if who is None:
        return None
    if who not in guests:
        raise cannot_be_written()
    return guests[who]


def sentence_of(captured: Captured) -> Refused | None:
    """Why the first of them was refused, if one was."""
    return next((answer.refused for answer in captured.answers if answer.refused), None)
