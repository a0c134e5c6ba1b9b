"""Conversations in the report: pledged, arranged, held and followed up, counted apart and never merged."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from m4c.insight.so_far.figures import Conversations, HouseMeetings
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.listening.models import HouseMeeting, OneToOne

STEPS = {"arranged": Count("pk"), "held": Count("held_on"), "followed_up": Count("followed_up_on")}

PLEDGED = {
    "one_to_ones": Sum("number", filter=Q(kind=ConversationPledge.Kind.ONE_TO_ONE), default=0),
    "house_meetings": Sum("number", filter=Q(kind=ConversationPledge.Kind.HOUSE_MEETING), default=0),
}


def pledges_made(period: Period, reach: Reach) -> QuerySet[ConversationPledge]:
    """Pledges made in the period that stand."""
    shown = reach.covers() & reach.shows("person")
    return ConversationPledge.objects.filter(shown, made_on__range=period.days, withdrawn_on=None).order_by()


def pledges_at(sessions: Collection[int] | QuerySet[TrainingSession], reach: Reach) -> QuerySet[ConversationPledge]:
    """Pledges made at these sessions that stand."""
    return ConversationPledge.objects.filter(reach.shows("person"), session__in=sessions, withdrawn_on=None).order_by()


def one_to_ones_of(period: Period, reach: Reach) -> QuerySet[OneToOne]:
    """1-2-1s whose day lies in the period, and that were not called off."""
    shown = reach.covers() & reach.shows("asker", "other")
    return OneToOne.objects.arranged().filter(shown, day__range=period.days).order_by()


def house_meetings_of(period: Period, reach: Reach) -> QuerySet[HouseMeeting]:
    """House meetings whose day lies in the period, and that were not called off."""
    shown = reach.covers() & reach.shows("host")
    return HouseMeeting.objects.arranged().filter(shown, day__range=period.days).order_by()


def pledged(pledges: QuerySet[ConversationPledge], by: str) -> dict[Any, dict[str, int]]:
    """How many conversations of each kind were pledged, for each value of the field `by`."""
    return {row.pop(by): row for row in pledges.values(by).annotate(**PLEDGED)}


def one_to_ones(pledges: dict[Any, dict[str, int]], rows: QuerySet[OneToOne], by: str) -> dict[Any, Conversations]:
    """The four numbers of 1-2-1s for each value of the field `by`, pledges known already."""
    found = {value: Conversations(numbers["one_to_ones"]) for value, numbers in pledges.items()}
    for row in rows.values(by).annotate(**STEPS):
        value = row.pop(by)
        found[value] = Conversations(found.get(value, Conversations()).pledged, **row)
    return found


def house_meetings(
    pledges: dict[Any, dict[str, int]], rows: QuerySet[HouseMeeting], by: str
) -> dict[Any, HouseMeetings]:
    """The four numbers of house meetings, and how many came, for each value of the field `by`."""
    found = {value: HouseMeetings(numbers["house_meetings"]) for value, numbers in pledges.items()}
    for row in rows.values(by).annotate(**STEPS, people_attending=Sum("people_attending", default=0)):
        value = row.pop(by)
        found[value] = HouseMeetings(found.get(value, HouseMeetings()).pledged, **row)
    return found
