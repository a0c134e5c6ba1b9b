"""Training in the report: who was trained, once each, and the sessions where."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from m4c.events.models import Attendance, Event
from m4c.insight.so_far.figures import Trained
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.leaders.models import TrainingSession
from m4c.people.models import Account

FULL = TrainingSession.Kind.FULL
CHUNK = 5_000  # rows fetched at a time


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


@dataclass(frozen=True)
class Trainees:
    """Ids of the people who were trained, by the group that trained them: at a full session, and at a taster."""

    full: dict[int, set[int]]
    taster: dict[int, set[int]]

    @property
    def together(self) -> Trained:
        """How many there are in all groups, each counted once."""
        return as_trained(set().union(*self.full.values()), set().union(*self.taster.values()))

    @property
    def by_group(self) -> dict[int, Trained]:
        """The same of each group's own sessions; who came in two groups counts in each."""
        groups = self.full.keys() | self.taster.keys()
        return {group: as_trained(self.full.get(group, set()), self.taster.get(group, set())) for group in groups}


def trainees(held: QuerySet[TrainingSession], reach: Reach) -> Trainees:
    """Who was at these sessions.

    Each attendance is read once, and people are told apart here: the database would sort them all for each figure.
    """
    full: dict[int, set[int]] = defaultdict(set)
    taster: dict[int, set[int]] = defaultdict(set)
    sessions = held.values_list("event", "kind", "event__group")
    people_at = {event: (full if kind == FULL else taster)[group] for event, kind, group in sessions}
    there = Attendance.objects.present().filter(reach.shows("person"), event__in=held.values("event")).order_by()
    for event, person in there.values_list("event", "person").iterator(chunk_size=CHUNK):
        people_at[event].add(person)
    return Trainees(full, taster)


def as_trained(full: set[int], taster: set[int]) -> Trained:
    """How many they are; a full session outweighs a taster."""
    return Trained(len(full | taster), len(full), len(taster - full))


def sessions_seen(held: QuerySet[TrainingSession], account: Account) -> list[Session]:
    """The sessions that the account may see, the latest first."""
    rows = (
        held.visible_to(account)  # type: ignore[attr-defined]
        .order_by("-event__starts_at", "-pk")
        .values_list(
            *("pk", "event", "event__group", "kind"),
            *("event__starts_at", "event__title", "event__place", "event__at_home", "event__visibility"),
        )
    )
    return [as_session(*row) for row in rows]


def as_session(
    id: int,
    event: int,
    group: int,
    kind: str,
    starts_at: datetime,
    title: str,
    place: str,
    at_home: bool,
    visibility: str,
) -> Session:
    """A session as the report needs it: it names nobody's home."""
    day = timezone.localdate(starts_at, timezone.get_default_timezone())
    return Session(id, event, group, kind, day, title, "" if at_home else place, visibility == Event.Visibility.PUBLIC)
