"""Events in the report: which were held, and how many came to each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from m4c.events.models import Attendance, Event, HeadCount
from m4c.insight.so_far.figures import Events
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.listening.models import HouseMeeting


@dataclass(frozen=True)
class Gathering:
    """One event held: whose, how many came by name, and how many came at all."""

    event: int
    group: int
    named: int
    came: int


def gatherings(period: Period, reach: Reach, now: datetime) -> list[Gathering]:
    """Events held, three queries however many they are.

    How many came is the larger of two figures: those recorded by name, and the number counted in the room. A number
    estimated or reported by others is not ours to add up.
    """
    held = held_events(period, reach, now)
    ids = held.values("pk")
    named = dict(
        Attendance.objects.present().filter(event__in=ids).order_by().values_list("event").annotate(Count("pk"))
    )
    counted = dict(
        HeadCount.objects.filter(event__in=ids, how=HeadCount.How.COUNTED)
        .order_by()
        .values_list("event")
        .annotate(Max("number"))
    )
    return [
        Gathering(event, group, named.get(event, 0), max(named.get(event, 0), counted.get(event, 0)))
        for event, group in held.order_by().values_list("pk", "group")
    ]


def held_events(period: Period, reach: Reach, now: datetime) -> QuerySet[Event]:
    """Events of every kind that began in the period and before now, and were not called off.

    A house meeting counts when it is recorded as held, whatever the clock says of its hour.
    """
    in_period = Event.objects.filter(
        reach.covers(), starts_at__gte=period.starts_at, starts_at__lt=period.ends_before, cancelled_at=None
    )
    meeting = HouseMeeting.objects.filter(event=OuterRef("pk"))
    return in_period.filter(
        (Q(starts_at__lt=now) & ~Exists(meeting)) | Exists(meeting.held()),
    )


def of_all(found: list[Gathering]) -> Events:
    """The figures of some gatherings."""
    return Events(
        held=len(found),
        attendances=sum(gathering.came for gathering in found),
        largest=max((gathering.came for gathering in found), default=0),
    )


def by_group(found: list[Gathering]) -> dict[int, Events]:
    """The figures of each group's own gatherings, by the group's id."""
    groups: dict[int, list[Gathering]] = defaultdict(list)
    for gathering in found:
        groups[gathering.group].append(gathering)
    return {group: of_all(gathered) for group, gathered in groups.items()}


def largest(found: list[Gathering]) -> Gathering | None:
    """The gathering to which most came; the earliest recorded where several drew as many."""
    return max(found, key=lambda gathering: (gathering.came, -gathering.event), default=None)
