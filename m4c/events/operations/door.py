"""The door: somebody is in, or is not after all; one by one, or many that waited on a device for a signal."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.core.models.record import new_uid
from m4c.core.operations import operation
from m4c.core.permissions import PUBLIC
from m4c.events.door.taps import Sent, Steward, Taken, TakenBack, Tap
from m4c.events.models import Event, HostLink
from m4c.events.operations.arriving import ArrivalRefused, take
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.people.models import Account

MOST = 500  # of what waited on a device, at a time


@operation(RECORD_ATTENDANCE, on="event")
def arrive(*, event: Event, tap: Tap, at: datetime, by: Account) -> Taken:
    """Somebody is in. The first tap counts and later ones are noted; the same tap sent twice is one.

    Somebody new is kept on record, belongs to the group from then on, and is a walk-in. Raises ArrivalRefused, with
    one sentence for a uid that says something else and for whoever is not on this list; AttendanceRefused for an event
    that was called off.
    """
    return none_refused(take(event, [tap], Steward(by), at))


@operation(RECORD_ATTENDANCE, on="event")
def arrive_many(*, event: Event, sent: Sequence[Sent], at: datetime, by: Account) -> Taken:
    """What waited on a device, at most 500 at a time: each is answered by itself, and none keeps another out.

    Raises ArrivalRefused for more, AttendanceRefused for an event that was called off.
    """
    check_number(sent)
    return take(event, sent, Steward(by), at)


@operation(RECORD_ATTENDANCE, on="event")
def undo_arrival(*, event: Event, attendance: UUID, at: datetime, by: Account) -> Taken:
    """Somebody is not in after all: all taps of theirs until then are undone, and they stand where they stood before.

    `attendance` is the uid of their place on the list. Raises ArrivalRefused for one that is not on it.
    """
    return none_refused(take(event, [TakenBack(new_uid(), at, attendance)], Steward(by), at))


@operation(PUBLIC, on=None)
def arrive_by_link(*, link: HostLink, sent: Sequence[Sent], at: datetime, by: Account) -> Taken:
    """The same by the device that a host's link was opened on, for exactly its event.

    What happened before the door was shut is taken for a day after. Raises ArrivalRefused for a link that is no good,
    and for more than 500.
    """
    check_number(sent)
    if not HostLink.objects.heard(at).exclude(opened_at=None).filter(pk=link.pk).exists():
        raise ArrivalRefused(_("This link is no longer good."), code="no_link")
    in_time = [one for one in sent if one.at <= link.expires_at]
    taken = take(link.event, in_time, Steward(by, link), at)
    for one in sent:
        if one.at > link.expires_at:
            taken.refuse(one, ArrivalRefused(_("The door was shut by then."), code="shut"))
    return taken


def none_refused(taken: Taken) -> Taken:
    """What was taken. Raises what a part of it was refused by."""
    for heard in taken.heard:
        if heard.refused:
            raise heard.refused
    return taken


def check_number(sent: Sequence[Sent]) -> None:
    """Raise ArrivalRefused for more than are taken at once."""
    if len(sent) > MOST:
        raise ArrivalRefused(_("Send at most 500 at a time."), code="too_many")
