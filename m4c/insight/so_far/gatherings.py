"""Events in the report: which were held, and how many came to each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Func, IntegerField, Max, OuterRef, Q, QuerySet, Subquery

from m4c.events.models import Attendance, Event, HeadCount
from m4c.insight.so_far.figures import Events
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.listening.models import HouseMeeting

# COUNT(*) of a subquery, without the grouping that Django's Count would bring: a third quicker.
ALL_OF_THEM = Func(function="COUNT", template="%(function)s(*)", output_field=IntegerField())


@dataclass(frozen=True)
class Gatherings:
    """Events held: the figures of each group's own, how many came to each by name, and the one that drew most."""

    by_group: dict[int, Events]
    named: dict[int, int]
    largest: int | None

    @property
    def together(self) -> Events:
        """The figures of all groups."""
        groups = self.by_group.values()
        return Events(
            held=sum(events.held for events in groups),
            attendances=sum(events.attendances for events in groups),
            largest=max((events.largest for events in groups), default=0),
        )


def gatherings(period: Period, reach: Reach, now: datetime) -> Gatherings:
    """Events held, read in one query however many they are, and one more where somebody is left out.

    How many came is the larger of two figures: those recorded by name, and the number counted in the room. A number
    estimated or reported by others is not ours to add up.
    """
    numbers: dict[int, list[int]] = defaultdict(list)
    named: dict[int, int] = {}
    largest, most = None, 0
    hidden = hidden_at_events(reach)
    for event, group, present, heads in with_numbers(held_events(period, reach, now)):
        named[event] = names = present - hidden.get(event, 0)
        came = max(names, heads or 0)
        numbers[group].append(came)
        if came > most:
            largest, most = event, came
    by_group = {group: Events(len(came), sum(came), max(came)) for group, came in numbers.items()}
    return Gatherings(by_group, named, largest)


def with_numbers(held: QuerySet[Event]) -> QuerySet[Event, tuple[int, int, int, int | None]]:
    """Each event's id, its group's, how many came by name, and the largest number counted."""
    came = Attendance.objects.present().filter(event=OuterRef("pk"))
    heads = HeadCount.objects.filter(event=OuterRef("pk"), how=HeadCount.How.COUNTED).order_by().values("event")
    return (
        held.order_by("pk")
        .annotate(
            names=Subquery(came.order_by().annotate(number=ALL_OF_THEM).values("number")),
            heads=Subquery(heads.annotate(most=Max("number")).values("most")),
        )
        .values_list("pk", "group", "names", "heads")
    )


def hidden_at_events(reach: Reach) -> dict[int, int]:
    """How many were at each event whom the report leaves out; so few that taking them off is quicker than asking."""
    if reach.hidden == ():
        return {}
    left_out = Attendance.objects.present().filter(person__in=reach.hidden).order_by()
    return dict(left_out.values_list("event").annotate(number=Count("pk")))


def held_events(period: Period, reach: Reach, now: datetime) -> QuerySet[Event]:
    """Events of every kind that began in the period and before now, and were not called off.

    A house meeting counts when it is recorded as held, whatever the clock says of its hour, and its host may be seen.
    """
    began = Q(starts_at__lt=now) & ~Q(kind=Event.Kind.HOUSE_MEETING)
    meeting_held = Q(Exists(HouseMeeting.objects.held().filter(reach.shows("host"), event=OuterRef("pk"))))
    return Event.objects.filter(
        reach.covers(),
        began | meeting_held,
        starts_at__gte=period.starts_at,
        starts_at__lt=period.ends_before,
        cancelled_at=None,
    )
