"""What an event takes over from the one or the series that it repeats: the whole plan, and none of its people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from m4c.events.models import CoHost, Event, EventRole, OutsideHost, Series, SeriesCoHost
from m4c.events.operations.event_plan import change_event
from m4c.events.operations.waiting_list import fill_places

REPEATED = (
    *("kind", "title", "group_id", "place", "postcode", "at_home", "visibility"),
    *("details", "link", "capacity", "access", "language", "contact_id", "target"),
)
Part = EventRole.Part
ASKED_FOR = [part for part in Part if part not in (Part.SPEAKER, Part.OTHER)]  # what a series may ask for each time


@dataclass(frozen=True)
class Repeated:
    """A plan to repeat: its fields, the groups that hold it with its own, its parts with what is said of each, and of
    somebody else's meeting the body and the chair.
    """

    values: Mapping[str, Any]
    co_hosts: frozenset[int]
    parts: tuple[tuple[str, str], ...]
    host: tuple[str, str] = ("", "")


def planned(event: Event) -> Repeated:
    """The plan of an event, to be repeated. Who speaks there, and who chairs others', is of that evening alone."""
    parts = EventRole.objects.filter(event=event).exclude(part=Part.SPEAKER).values_list("part", "words")
    return Repeated(fields_of(event), hosts_of(event), tuple(parts), (outside_host_of(event)[0], ""))


def planned_of(series: Series) -> Repeated:
    """The plan of a series. A group that has ended since holds no new event with it."""
    hosts = SeriesCoHost.objects.filter(series=series, group__ended_on=None).values_list("group", flat=True)
    return Repeated(fields_of(series), frozenset(hosts), tuple((part, "") for part in series.parts), held_by(series))


def fields_of(plan: Event | Series) -> dict[str, Any]:
    """The fields of a plan that are repeated."""
    return {name: getattr(plan, name) for name in REPEATED}


def hosts_of(event: Event) -> frozenset[int]:
    """The groups that hold an event with its own."""
    return frozenset(CoHost.objects.filter(event=event).values_list("group", flat=True))


def held_by(series: Series) -> tuple[str, str]:
    """Whose meeting comes back, and who chairs it: two blanks for our own."""
    return series.held_by, series.chair


def outside_host_of(event: Event) -> tuple[str, str]:
    """The same of one event."""
    return OutsideHost.objects.filter(event=event).values_list("body", "chair").first() or ("", "")


def make_like(plan: Repeated, own: Mapping[str, Any]) -> Event:
    """An event of this plan; `own` are its times, and what else is its alone. Its parts wait for somebody."""
    event = Event.objects.create(**plan.values, **own)
    CoHost.objects.bulk_create([CoHost(event=event, group_id=group) for group in sorted(plan.co_hosts)])
    ask_for(event, plan.parts)
    say_host(event, plan.host)
    return event


def say_host(event: Event, host: tuple[str, str]) -> None:
    """Write down of an event whose meeting it is and who chairs it; who sits on its panel stays."""
    body, chair = host
    if body:
        OutsideHost.objects.update_or_create(event=event, defaults={"body": body, "chair": chair})
    else:
        OutsideHost.objects.filter(event=event).delete()


def ask_for(event: Event, parts: tuple[tuple[str, str], ...]) -> None:
    """Let parts of an event wait for somebody."""
    EventRole.objects.bulk_create([EventRole(event=event, part=part, words=words) for part, words in parts])


def follow(event: Event, before: Repeated, after: Repeated, times: Mapping[str, datetime | None]) -> None:
    """Let an event follow its plan, which changed, in all that was not changed of it alone.

    A part that somebody does stays, though it is asked for no more.
    """
    values = {name: value for name, value in after.values.items() if getattr(event, name) == before.values[name]}
    had_room_for = event.capacity
    change_event(event, **values, **times)
    if had_room_for is not None and event.capacity != had_room_for:
        fill_places(event, timezone.now())
    if before.co_hosts != after.co_hosts and hosts_of(event) == before.co_hosts:
        CoHost.objects.filter(event=event).exclude(group__in=after.co_hosts).delete()
        new = sorted(after.co_hosts - before.co_hosts)
        CoHost.objects.bulk_create([CoHost(event=event, group_id=group) for group in new])
    if before.host != after.host and outside_host_of(event) == before.host:
        say_host(event, after.host)
    if before.parts != after.parts:
        follow_parts(event, before, after)


def follow_parts(event: Event, before: Repeated, after: Repeated) -> None:
    """Ask for the parts that are new in a plan and that the event has not, and no more for those that left it."""
    left = [part for part, _words in set(before.parts) - set(after.parts)]
    EventRole.objects.filter(event=event, part__in=left, words="", person=None).delete()
    standing = set(EventRole.objects.filter(event=event).values_list("part", flat=True))
    ask_for(event, tuple(part for part in after.parts if part not in before.parts and part[0] not in standing))
