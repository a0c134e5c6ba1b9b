"""Offers to host the next house meeting: written down, taken up as a meeting that grew from this one, or let go."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.events.operations.newcomer import meet
from m4c.listening.models import HostOffer, HouseMeeting
from m4c.listening.operations.house_meeting import NewHouseMeeting, house_meeting_many
from m4c.listening.operations.own_name import check_own_name
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NewPerson


class OfferRefused(Refused):
    """The offer would name nobody, or is settled."""


@operation(RECORD_CONVERSATIONS, on="offer", public=True)
def arrange_offered(*, offer: HostOffer, host: Person | NewPerson, day: date, by: Account) -> HostOffer:
    """Arrange the meeting that somebody offered to host: in the same round, grown from the one where they offered.

    `offer.became` is that meeting. Whoever hosted there may arrange it, or their organiser. Somebody new comes on
    record by it. Raises OfferRefused, Unseen, PersonRefused, and NotAllowed.
    """
    meeting = offer.meeting
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    if offer.became_id or offer.declined_at:
        raise OfferRefused(_("That offer is settled already."), code="settled")
    if day < (meeting.held_on or meeting.day):
        raise OfferRefused(_("It grows out of this meeting: it comes after it."), field="day", code="too_early")
    if isinstance(host, NewPerson):
        person = meet(group=meeting.group, new=host, on=meeting.day, source=str(_("House meeting")), by=by)
    else:
        person = host
        must_see([person if person.pk != offer.person_id else None], by)
    taken = HouseMeeting.objects.filter(host=person, day=day)
    if taken.exclude(group=meeting.group).exists() or HostOffer.objects.filter(became__in=taken).exists():
        raise OfferRefused(_("There is one on that day already."), field="day", code="same_day")
    arranged = house_meeting_many(group_of={person.pk: meeting.group}, rows=[NewHouseMeeting(host=person, day=day)])[0]
    if arranged.pk == meeting.pk:
        raise OfferRefused(_("That is this meeting."), field="day", code="same_day")
    change(arranged, grew_from=meeting, round=meeting.round, campaign=meeting.campaign)
    others = HostOffer.objects.filter(meeting=meeting, person=person).exclude(pk=offer.pk)
    change(offer, became=arranged, **({} if others.exists() else {"person": person, "name": ""}))
    return offer


@operation(RECORD_CONVERSATIONS, on="offer")
def let_go_of_offer(*, offer: HostOffer, at: datetime, by: Account) -> HostOffer:
    """They will not host after all. Raises OfferRefused once a meeting came of it, and NotAllowed."""
    check_own_name([offer.meeting.host_id], offer.meeting, by, RECORD_FOR_OTHERS)
    if offer.became_id:
        raise OfferRefused(_("That offer is settled already."), code="settled")
    change(offer, declined_at=offer.declined_at or at)
    return offer


def write_offer(
    *, meeting: HouseMeeting, person: Person | None, name: str, by_when: date | None, uid: UUID | None = None
) -> HostOffer:
    """Write an offer down: of a guest, or of a name that is not on record yet. A guest's second one says it again.

    Raises OfferRefused for nobody, and for a uid that says something else.
    """
    name = "" if person else name.strip()[:120]
    if person is None and not name:
        raise OfferRefused(_("Say who offers to host."), field="name", code="nobody")
    known = HostOffer.objects.filter(uid=uid).first() if uid else None
    if known:
        of_whom = (known.meeting_id, known.person_id, known.name)
        if known.became_id is None and of_whom != (meeting.pk, person.pk if person else None, name):
            raise OfferRefused(_("That record cannot be written."), code="uid_taken")
        return known
    again = HostOffer.objects.filter(meeting=meeting, person=person).first() if person else None
    if again:
        change(again, by_when=by_when or again.by_when, declined_at=None)
        return again
    return HostOffer.objects.create(uid=uid or new_uid(), meeting=meeting, person=person, name=name, by_when=by_when)
