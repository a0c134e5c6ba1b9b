"""A negotiation: what a meeting is for, who sits on each side, the team's own paper, what came of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Negotiation, NegotiationPart, OtherSide, TeamPaper
from m4c.commitments.operations.named import must_see_campaign, must_see_event
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.offices import office_held
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent, plan_event
from m4c.people import ledger
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.power.models import Powerholder


class NegotiationRefused(Refused):
    """The negotiation cannot be set up, or held, like that."""


@dataclass(frozen=True)
class NewNegotiation:
    """A meeting with those who decide: its event, which is there or is made with it; and what we want first."""

    event: Event | NewEvent
    wants_first: str = ""
    campaign: Campaign | None = None
    uid: UUID | None = None


@operation(NEGOTIATE, on="group")
def make_negotiation(*, group: Group, new: NewNegotiation, at: datetime, by: Account) -> Negotiation:
    """Set up a negotiation on an event of that kind; the same uid twice is one. Raises NegotiationRefused."""
    known = Negotiation.objects.filter(uid=new.uid).first() if new.uid else None
    if known:
        return same(known, group)
    must_see_campaign(new.campaign, by)
    must_see([whom_to_ask(new.event)], by)
    event = event_of(group, new.event, Event.Kind.NEGOTIATION, by)
    if Negotiation.objects.filter(event=event).exists():
        raise NegotiationRefused(_("That meeting has its table already."), field="event", code="twice")
    negotiation = Negotiation(
        group=group,
        event=event,
        campaign=new.campaign,
        wants_first=new.wants_first.strip(),
        made_by=by,
        made_at=at,
        **({"uid": new.uid} if new.uid else {}),
    )
    negotiation.save(force_insert=True)
    return negotiation


@operation(NEGOTIATE, on="negotiation")
def word_negotiation(
    *, negotiation: Negotiation, wants_first: str, campaign: Campaign | None, at: datetime, by: Account
) -> Negotiation:
    """Say anew what we want first, and of which campaign it is. Raises NegotiationRefused."""
    if campaign != negotiation.campaign:
        must_see_campaign(campaign, by)
    change(negotiation, wants_first=wants_first.strip(), campaign=campaign)
    return negotiation


@operation(NEGOTIATE, on="negotiation")
def put_on_team(*, negotiation: Negotiation, person: Person, part: str, at: datetime, by: Account) -> NegotiationPart:
    """Give somebody of ours a part at the table; the team and whoever made it choose, since the team reads its own
    paper. Twice is once. Raises NegotiationRefused, Unseen.
    """
    must_be_of_team(negotiation, by)
    must_see([person], by)
    if part not in NegotiationPart.Part.values:
        raise NegotiationRefused(_("Say which part is theirs."), field="part", code="no_part")
    added = {"added_by": by, "added_at": at}
    found, _new = NegotiationPart.objects.get_or_create(
        negotiation=negotiation, person=person, part=part, defaults=added
    )
    ledger.write([found])
    return found


@operation(NEGOTIATE, on="negotiation")
def take_off_team(*, negotiation: Negotiation, part: NegotiationPart, by: Account) -> Negotiation:
    """Take a part from somebody: they read the team's paper no longer, where they have no other. Raises
    NegotiationRefused.
    """
    must_be_of_team(negotiation, by)
    if part.negotiation_id != negotiation.pk:
        raise NegotiationRefused(_("That part is of another table."), code="other")
    ledger.withdraw([part])
    part.delete()
    return negotiation


@operation(NEGOTIATE, on="negotiation")
def seat_other_side(
    *, negotiation: Negotiation, powerholder: Powerholder | None = None, words: str = "", at: datetime, by: Account
) -> OtherSide:
    """Write down who sits on their side: a powerholder, by the office held that day, or others in words. Raises
    NegotiationRefused.
    """
    if powerholder is None and not words.strip():
        raise NegotiationRefused(_("Say who sits on their side."), field="words", code="nobody")
    added = {"added_by": by, "added_at": at}
    if powerholder is None:
        return OtherSide.objects.create(negotiation=negotiation, words=words.strip(), **added)
    office = office_held(powerholder, timezone.localdate(negotiation.event.starts_at))
    given = {"office": office, "words": words.strip(), **added}
    seat, _new = OtherSide.objects.get_or_create(negotiation=negotiation, powerholder=powerholder, defaults=given)
    return seat


@operation(NEGOTIATE, on="seat")
def say_who_came(*, seat: OtherSide, came: bool, by: Account) -> OtherSide:
    """Write down whether somebody of theirs came."""
    change(seat, came=came)
    return seat


@operation(NEGOTIATE, on="seat")
def leave_seat_out(*, seat: OtherSide, by: Account) -> Negotiation:
    """Take a seat of theirs off that was written down in error."""
    negotiation: Negotiation = seat.negotiation
    seat.delete()
    return negotiation


@operation(NEGOTIATE, on="negotiation")
def word_team_paper(
    *, negotiation: Negotiation, fall_back: str, walk_away: str, notes: str, at: datetime, by: Account
) -> TeamPaper:
    """Write the team's own paper, which nobody else reads. Raises NegotiationRefused for whoever is not of the team."""
    must_be_of_team(negotiation, by)
    said = {"fall_back": fall_back.strip(), "walk_away": walk_away.strip(), "notes": notes.strip()}
    changed = {"changed_by": by, "changed_at": at}
    paper, is_new = TeamPaper.objects.get_or_create(negotiation=negotiation, defaults=said | changed)
    if not is_new:
        change(paper, **said, **changed)
    return paper


@operation(NEGOTIATE, on="negotiation")
def close_negotiation(
    *, negotiation: Negotiation, result: str, words: str = "", at: datetime, by: Account
) -> Negotiation:
    """Say what came of it; said anew, it is put right. Raises NegotiationRefused before it has begun."""
    if result not in Negotiation.Result.values or not result:
        raise NegotiationRefused(_("Say what came of it."), field="result", code="no_result")
    if negotiation.event.starts_at > at:
        raise NegotiationRefused(_("It is still to come."), field="result", code="to_come")
    change(negotiation, result=result, result_words=words.strip(), closed_at=negotiation.closed_at or at)
    ledger.write(NegotiationPart.objects.filter(negotiation=negotiation))
    return negotiation


@operation(NEGOTIATE, on="negotiation")
def fix_follow_up(*, negotiation: Negotiation, new: NewEvent, at: datetime, by: Account) -> Negotiation:
    """Fix the next meeting with them while everybody is there. Raises NegotiationRefused, EventRefused."""
    must_see([new.contact], by)
    change(negotiation, follow_up=next_meeting(negotiation.group, negotiation.event, new, by))
    return negotiation


def next_meeting(group: Group, event: Event, new: NewEvent, by: Account) -> Event:
    """The meeting that follows an event. Raises NegotiationRefused for one before it."""
    if new.starts_at <= event.starts_at:
        raise NegotiationRefused(_("The next meeting comes after this one."), field="starts_at", code="before")
    return plan_event(group=group, new=new, by=by)


def whom_to_ask(given: Event | NewEvent) -> Person | None:
    """Whom a meeting that is made now names as its contact; one that is there keeps its own."""
    return given.contact if isinstance(given, NewEvent) else None


def event_of(group: Group, given: Event | NewEvent, kind: str, by: Account) -> Event:
    """The event that was chosen, or one that is made now. Raises NegotiationRefused for another kind or group."""
    if isinstance(given, NewEvent):
        if given.kind != kind:
            raise NegotiationRefused(_("That is a meeting of another kind."), field="event", code="kind")
        return plan_event(group=group, new=given, by=by)
    must_see_event(given, by)
    if given.kind != kind or given.group_id != group.pk or given.is_called_off:
        raise NegotiationRefused(_("That is a meeting of another kind or group."), field="event", code="kind")
    return given


def must_be_of_team(negotiation: Negotiation, by: Account) -> None:
    """Raise NegotiationRefused for whoever neither made it nor has a part in it, whatever their role."""
    if negotiation.made_by_id == by.pk:
        return
    parts = NegotiationPart.objects.filter(negotiation=negotiation)
    if by.person_id is None or not parts.filter(person=by.person_id).exists():
        raise NegotiationRefused(_("This is for the team at the table alone."), code="not_of_team")


def same(known: Negotiation, group: Group) -> Negotiation:
    """The negotiation of this uid, where it is this group's. Raises NegotiationRefused, telling nothing."""
    if known.group_id != group.pk:
        raise NegotiationRefused(_("That cannot be written down."), code="other_content")
    return known
