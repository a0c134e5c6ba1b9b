"""Training in the report: who was trained, once each, and the sessions where."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from m4c.events.models import Attendance, Event
from m4c.insight.so_far.figures import Trained
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.leaders.models import TrainingSession
from m4c.people.models import Account

# What to count of sessions with people: everybody, and those who came to a full one.
PEOPLE = {
    "total": Count("event__attendances__person", distinct=True),
    "full": Count("event__attendances__person", distinct=True, filter=Q(kind=TrainingSession.Kind.FULL)),
}


class Session(NamedTuple):
    """One training session held, and whether everybody may read its title and place."""

    id: int
    event: int
    group: int
    kind: str
    day: date
    title: str
    place: str
    is_public: bool


def sessions_held(period: Period, reach: Reach, now: datetime) -> QuerySet[TrainingSession]:
    """Sessions that began in the period and before now, and were not called off."""
    return TrainingSession.objects.filter(
        reach.covers("event__group"),
        event__starts_at__gte=period.starts_at,
        event__starts_at__lt=min(period.ends_before, now),
        event__cancelled_at=None,
    ).order_by()


def trained(held: QuerySet[TrainingSession]) -> Trained:
    """How many people came to these sessions, each counted once; a full session outweighs a taster."""
    return as_trained(with_people(held).aggregate(**PEOPLE))


def trained_by_group(held: QuerySet[TrainingSession]) -> dict[int, Trained]:
    """The same for each group's own sessions, by the group's id; who came in two groups counts in each."""
    rows: Any = with_people(held).values("event__group").annotate(**PEOPLE)
    return {row["event__group"]: as_trained(row) for row in rows}


def with_people(held: QuerySet[TrainingSession]) -> QuerySet[TrainingSession]:
    """The sessions once for each who was there."""
    return held.filter(event__attendances__state__in=Attendance.State.present())


def as_trained(row: Mapping[str, Any]) -> Trained:
    """Those who came to no full session came to a taster."""
    return Trained(row["total"], row["full"], row["total"] - row["full"])


def sessions_seen(held: QuerySet[TrainingSession], account: Account) -> list[Session]:
    """The sessions that the account may see, the latest first."""
    rows = (
        held.visible_to(account)  # type: ignore[attr-defined]
        .order_by("-event__starts_at", "-pk")
        .values_list(
            *("pk", "event", "event__group", "kind"),
            *("event__starts_at", "event__title", "event__place", "event__visibility"),
        )
    )
    return [as_session(*row) for row in rows]


def as_session(
    id: int, event: int, group: int, kind: str, starts_at: datetime, title: str, place: str, visibility: str
) -> Session:
    """A session as the report needs it."""
    day = timezone.localdate(starts_at, timezone.get_default_timezone())
    return Session(id, event, group, kind, day, title, place, visibility == Event.Visibility.PUBLIC)
