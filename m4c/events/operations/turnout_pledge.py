"""Pledge how many one will bring to an event, and withdraw it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.visibility import scopes_of
from m4c.events.models import Event, TurnoutPledge
from m4c.events.operations.attendance import check_takes_place
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see

MOST = 1_000  # more is a slip: nobody brings a thousand


class TurnoutRefused(Refused):
    """The pledge, the list or the answer would not make sense, or is somebody else's."""


@operation(ASK_TO_EVENTS, on="event")
def pledge_turnout(*, event: Event, person: Person, number: int, at: datetime, by: Account) -> TurnoutPledge:
    """Somebody pledges to bring so many; again says it anew. Of others an organiser writes it down.

    Raises TurnoutRefused, Unseen, and AttendanceRefused for an event that was called off.
    """
    check_takes_place(event)
    check_own(event, person, by)
    must_see([person], by)
    if not 1 <= number <= MOST:
        raise TurnoutRefused(_("Give a number from 1 to {most}.").format(most=MOST), field="number", code="number")
    pledge, is_new = TurnoutPledge.objects.get_or_create(
        event=event, person=person, defaults={"number": number, "made_at": at}
    )
    if not is_new and (pledge.number != number or pledge.withdrawn_at):
        change(pledge, number=number, made_at=at, withdrawn_at=None)
    return pledge


@operation(ASK_TO_EVENTS, on="pledge")
def withdraw_turnout(*, pledge: TurnoutPledge, at: datetime, by: Account) -> TurnoutPledge:
    """Take a pledge back: it stays on record, and counts nowhere. Raises TurnoutRefused for somebody else's."""
    check_own(pledge.event, pledge.person, by)
    if pledge.withdrawn_at is None:
        change(pledge, withdrawn_at=at)
    return pledge


def check_own(event: Event, person: Person, by: Account) -> None:
    """Raise TurnoutRefused unless it is one's own, or one sees who comes to the event."""
    if person.pk != by.person_id and not by.may(SEE_ATTENDANCE, scopes_of(event)):
        raise TurnoutRefused(_("That is for themselves to say, or for their organiser."), code="not_own")
