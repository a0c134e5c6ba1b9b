"""Plan, change and call off events, and say how many were there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Attendance, Event, HeadCount
from m4c.events.permissions import PLAN_EVENTS, RECORD_ATTENDANCE
from m4c.people import ledger
from m4c.people.models import Account, Group
from m4c.places.postcodes import normalise


class EventRefused(Refused):
    """The event would not make sense."""


@dataclass(frozen=True)
class NewEvent:
    """What is known of a gathering when it is planned or written up. Times are aware."""

    kind: str
    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    postcode: str = ""
    visibility: str = Event.Visibility.GROUP
    uid: UUID | None = None


@operation(PLAN_EVENTS, on="group")
def plan_event(*, group: Group, new: NewEvent, by: Account) -> Event:
    """Put an event of a group in the calendar, or write up one that was. The same `uid` again is the same event."""
    return make_event(group=group, new=new)


@operation(PLAN_EVENTS, on="event")
def edit_event(*, event: Event, values: dict[str, object], by: Account) -> Event:
    """Change title, time, place or who may see it: only the fields given. The ledger follows the time."""
    if unknown := values.keys() - {"title", "starts_at", "ends_at", "place", "postcode", "visibility"}:
        raise TypeError(f"edit_event: {', '.join(sorted(unknown))} cannot be changed here")
    change(event, **values)
    check_times(event.starts_at, event.ends_at)
    ledger.write(Attendance.objects.filter(event=event))
    return event


@operation(PLAN_EVENTS, on="event")
def call_off_event(*, event: Event, at: datetime, by: Account) -> Event:
    """Call an event off; it stays in the record, and counts nowhere."""
    change(event, cancelled_at=at)
    ledger.write(Attendance.objects.filter(event=event))
    return event


@operation(PLAN_EVENTS, on="event")
def put_event_back(*, event: Event, by: Account) -> Event:
    """Take back the calling off of an event."""
    change(event, cancelled_at=None)
    ledger.write(Attendance.objects.filter(event=event))
    return event


@operation(RECORD_ATTENDANCE, on="event")
def count_heads(
    *, event: Event, number: int, by: Account, how: str = HeadCount.How.COUNTED, said_by: str = ""
) -> HeadCount:
    """Say how many were at an event, how that is known, and who says so; the same source again corrects itself."""
    return set_head_count(event=event, number=number, how=how, said_by=said_by)


def make_event(*, group: Group, new: NewEvent) -> Event:
    """Write an event once, by its `uid` where a device minted one. Raises EventRefused."""
    if new.uid and (known := Event.objects.filter(uid=new.uid).first()):
        if known.group_id != group.pk or (known.kind, known.title, known.starts_at) != (
            new.kind,
            new.title.strip(),
            new.starts_at,
        ):
            raise EventRefused(_("That record cannot be written."), code="uid_taken")
        return known
    event = build_event(group=group, new=new)
    event.save(force_insert=True)
    return event


def build_event(*, group: Group, new: NewEvent) -> Event:
    """An event, checked and not yet saved."""
    if not new.title.strip():
        raise EventRefused(_("Give the event a title."), field="title")
    check_times(new.starts_at, new.ends_at)
    postcode = normalise(new.postcode) if new.postcode else None
    if new.postcode and postcode is None:
        raise EventRefused(_("“{postcode}” is not a postcode.").format(postcode=new.postcode), field="postcode")
    event = Event(
        kind=new.kind,
        title=new.title.strip(),
        group=group,
        starts_at=new.starts_at,
        ends_at=new.ends_at,
        place=new.place.strip(),
        postcode=str(postcode or ""),
        visibility=new.visibility,
    )
    if new.uid:
        event.uid = new.uid
    return event


def set_head_count(*, event: Event, number: int, how: str = HeadCount.How.COUNTED, said_by: str = "") -> HeadCount:
    """Write an event's figure of one source, over what that source said before."""
    count, _made = HeadCount.objects.update_or_create(
        event=event, how=how, said_by=said_by, defaults={"number": number}
    )
    return count


def check_times(starts_at: datetime, ends_at: datetime | None) -> None:
    """Raise EventRefused where an event would end before it starts."""
    if ends_at is not None and ends_at <= starts_at:
        raise EventRefused(_("An event ends after it starts."), field="ends_at")
