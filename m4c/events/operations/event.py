"""Plan, change and call off events, and say how many were there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import operation
from m4c.events import ledger
from m4c.events.models import Event, HeadCount
from m4c.events.operations.event_plan import (
    PLAN_FIELDS,
    EventRefused,
    change_event,
    clean_plan,
    set_co_hosts,
)
from m4c.events.operations.waiting_list import fill_places
from m4c.events.permissions import PLAN_EVENTS, RECORD_ATTENDANCE
from m4c.events.planning.clock import moved
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.places.postcodes import normalise

EDITABLE = {"title", "starts_at", "ends_at", "place", "postcode", "at_home", "visibility", "co_hosts"} | PLAN_FIELDS


@dataclass(frozen=True)
class NewEvent:
    """What is known of a gathering when it is planned or written up. Times are aware.

    A house meeting is at somebody's home unless one says otherwise.
    """

    kind: str
    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    postcode: str = ""
    at_home: bool | None = None
    visibility: str = Event.Visibility.GROUP
    uid: UUID | None = None
    details: str = ""
    link: str = ""
    capacity: int | None = None
    access: tuple[str, ...] = ()
    language: str = ""
    contact: Person | None = None
    target: int | None = None
    co_hosts: tuple[Group, ...] = ()


@operation(PLAN_EVENTS, on="group", public=True)
def plan_event(*, group: Group, new: NewEvent, by: Account) -> Event:
    """Put an event of a group in the calendar, or write up one that was. The same `uid` again is the same event."""
    must_see([new.contact], by)
    return make_event(group=group, new=new)


@operation(PLAN_EVENTS, on="event", public=True)
def edit_event(*, event: Event, values: Mapping[str, object], by: Account) -> Event:
    """Change title, time, place, plan, or who may see it: only the fields given. The ledger follows the time, and more
    room goes to those who wait for a place.

    `co_hosts` are all the groups that hold it with its own. The day of a house meeting is changed where conversations
    are recorded. Raises EventRefused.
    """
    if unknown := values.keys() - EDITABLE:
        raise TypeError(f"edit_event: {', '.join(sorted(unknown))} cannot be changed here")
    wanted = dict(values) | clean_plan(values)
    if "contact" in wanted and wanted["contact"] != event.contact:
        must_see([wanted["contact"]], by)  # type: ignore[list-item]
    if "co_hosts" in wanted:
        set_co_hosts(event, wanted.pop("co_hosts"))  # type: ignore[arg-type]
    if "title" in wanted:
        wanted["title"] = clean_title(str(wanted["title"]))
    if "postcode" in wanted:
        wanted["postcode"] = clean_postcode(str(wanted["postcode"]))
    starts_at = wanted.get("starts_at", event.starts_at)
    check_times(starts_at, wanted.get("ends_at", event.ends_at))  # type: ignore[arg-type]
    if timezone.localdate(starts_at) != timezone.localdate(event.starts_at):  # type: ignore[arg-type]
        check_looked_after_here(event)
    before = event.capacity
    more_room = before is not None and wanted.get("capacity", before) != before
    if "starts_at" in change_event(event, **wanted):
        ledger.write_all_of(event)
    if more_room:
        fill_places(event, timezone.now())
    return event


@operation(PLAN_EVENTS, on="event", public=True)
def call_off_event(*, event: Event, at: datetime, by: Account, why: str = "") -> Event:
    """Call an event off, with the reason that those coming are told; it stays in the record, and counts nowhere.

    Raises EventRefused for a house meeting.
    """
    check_looked_after_here(event)
    set_called_off(event, at, why)
    return event


@operation(PLAN_EVENTS, on="event", public=True)
def put_event_back(*, event: Event, by: Account) -> Event:
    """Take back the calling off of an event. Raises EventRefused for a house meeting."""
    check_looked_after_here(event)
    set_called_off(event, None)
    return event


@operation(RECORD_ATTENDANCE, on="event")
def count_heads(
    *, event: Event, number: int, by: Account, how: str = HeadCount.How.COUNTED, said_by: str = ""
) -> HeadCount:
    """Say how many were at an event, how that is known, and who says so; the same source again corrects itself."""
    if number < 0:
        raise EventRefused(_("Nobody can count fewer than none."), field="number")
    if event.is_called_off:
        raise EventRefused(_("This event was called off."), code="called_off")
    said_by = said_by.strip()
    set_head_counts({event: number}, how=how, said_by=said_by)
    return HeadCount.objects.get(event=event, how=how, said_by=said_by)


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
    set_co_hosts(event, new.co_hosts)
    return event


def build_event(*, group: Group, new: NewEvent) -> Event:
    """An event, checked and not yet saved."""
    check_times(new.starts_at, new.ends_at)
    plan = {name: getattr(new, name) for name in ("details", "link", "capacity", "access", "language", "target")}
    event = Event(
        kind=new.kind,
        title=clean_title(new.title),
        group=group,
        starts_at=new.starts_at,
        ends_at=new.ends_at,
        place=new.place.strip(),
        postcode=clean_postcode(new.postcode),
        at_home=new.kind == Event.Kind.HOUSE_MEETING if new.at_home is None else new.at_home,
        visibility=new.visibility,
        contact=new.contact,
        **clean_plan(plan),
    )
    if new.uid:
        event.uid = new.uid
    return event


def set_called_off(event: Event, at: datetime | None, why: str = "") -> None:
    """Write that an event was called off at a time, or was not; the ledger of who came follows."""
    change_event(event, cancelled_at=at, called_off_why=why.strip())
    ledger.write_all_of(event)


def set_day(event: Event, day: date) -> None:
    """Move an event to another day at the same hours; the ledger of who came follows."""
    if day == timezone.localdate(event.starts_at):
        return
    starts_at, ends_at = on_day(event, day)
    change_event(event, starts_at=starts_at, ends_at=ends_at)
    ledger.write_all_of(event)


def on_day(event: Event, day: date) -> tuple[datetime, datetime | None]:
    """When an event would start and end on another day, at the same hours of the clock."""
    starts_on = timezone.localdate(event.starts_at)
    ends_at = event.ends_at and moved(event.ends_at, day + (timezone.localdate(event.ends_at) - starts_on))
    return moved(event.starts_at, day), ends_at


def set_head_counts(numbers: Mapping[Event, int], *, how: str = HeadCount.How.COUNTED, said_by: str = "") -> None:
    """Write many events' figures of one source, over what that source said before, in one statement."""
    HeadCount.objects.bulk_create(
        [HeadCount(event=event, number=number, how=how, said_by=said_by) for event, number in numbers.items()],
        batch_size=500,
        update_conflicts=True,
        unique_fields=["event", "how", "said_by"],
        update_fields=["number"],
    )


def clean_title(title: str) -> str:
    """A title as it is kept. Raises EventRefused for a blank one."""
    if not title.strip():
        raise EventRefused(_("Give the event a title."), field="title")
    return title.strip()


def clean_postcode(typed: str) -> str:
    """A postcode as it is kept, or nothing for nothing. Raises EventRefused for one that is none."""
    postcode = normalise(typed) if typed.strip() else None
    if typed.strip() and postcode is None:
        raise EventRefused(_("“{postcode}” is not a postcode.").format(postcode=typed.strip()), field="postcode")
    return str(postcode or "")


def check_times(starts_at: datetime, ends_at: datetime | None) -> None:
    """Raise EventRefused where an event would end before it starts."""
    if ends_at is not None and ends_at <= starts_at:
        raise EventRefused(_("An event ends after it starts."), field="ends_at")


def check_looked_after_here(event: Event) -> None:
    """Raise EventRefused for a house meeting: its host says when it is, and whether it is called off."""
    if event.is_looked_after_elsewhere:
        raise EventRefused(_("Change this on the house meeting's own page."), code="house_meeting")
