"""Training in the report: who was trained, once each, and the sessions where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from m4c.events.models import Attendance, Event
from m4c.insight.so_far.figures import Trained
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.leaders.models import TrainingSession
from m4c.people.models import Account


@dataclass(frozen=True)
class Session:
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
    return as_trained(came_to(held).aggregate(**people(held)))


def trained_by_group(held: QuerySet[TrainingSession]) -> dict[int, Trained]:
    """The same for each group's own sessions, by the group's id; who came in two groups counts in each."""
    rows: Any = came_to(held).values("event__group").annotate(**people(held))
    return {row["event__group"]: as_trained(row) for row in rows}


def came_to(held: QuerySet[TrainingSession]) -> QuerySet[Attendance]:
    """The attendances of those who were there."""
    return Attendance.objects.present().filter(event__in=held.values("event")).order_by()


def people(held: QuerySet[TrainingSession]) -> dict[str, Any]:
    """What to count of attendances: all people, and those who came to a full session."""
    full = held.filter(kind=TrainingSession.Kind.FULL).values("event")
    return {
        "total": Count("person", distinct=True),
        "full": Count("person", distinct=True, filter=Q(event__in=full)),
    }


def as_trained(row: Mapping[str, Any]) -> Trained:
    """Those who came to no full session came to a taster."""
    return Trained(row["total"], row["full"], row["total"] - row["full"])


def sessions_seen(held: QuerySet[TrainingSession], account: Account) -> list[Session]:
    """The sessions that the account may see, the latest first."""
    rows = held.visible_to(account).select_related("event").order_by("-event__starts_at", "-pk")  # type: ignore[attr-defined]
    return [as_session(row) for row in rows]


def as_session(row: TrainingSession) -> Session:
    """What the report needs of a session."""
    event: Event = row.event
    return Session(
        row.pk,
        event.pk,
        event.group_id,
        row.kind,
        timezone.localdate(event.starts_at, timezone.get_default_timezone()),
        event.title,
        event.place,
        event.visibility == Event.Visibility.PUBLIC,
    )
