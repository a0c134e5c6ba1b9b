"""What the report's pictures are drawn from: places with a point on the map, and training over time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import compress
from typing import Any, Self

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.insight.so_far.figures import Figures
from m4c.insight.so_far.reading import Reading
from m4c.people.models import Group

WEEKS, MONTHS = 26, 36  # more columns than these cannot be told apart on a phone


@dataclass(frozen=True)
class Pictures:
    """Places as (latitude, longitude, people trained, name); steps of time as (first day, full, taster)."""

    places: list[tuple[float, float, int, str]]
    step: str
    steps: list[tuple[str, int, int]]

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """The pictures of a report as the account that reads it may see it."""
        step, steps = over_time(reading)
        return cls(places_of(reading.by_group), step, steps)

    @classmethod
    def public(cls, reading: Reading, figures: dict[str, Any]) -> Self:
        """The pictures that go with public figures: none says what those withhold."""
        reading = reading.for_everybody
        shown = [isinstance(row["trained"]["total"], int) for row in figures["by_group"]]
        places = places_of(dict(compress(reading.by_group.items(), shown)))
        if any(not isinstance(row["trained"], int) for row in figures["by_session"]):
            return cls(places, "week", [])
        return cls(places, *over_time(reading))

    def as_json(self) -> dict[str, Any]:
        """Plain values, to be kept with a published report."""
        return {"places": self.places, "step": self.step, "steps": self.steps}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """The pictures as they were kept."""
        return cls([tuple(place) for place in kept["places"]], kept["step"], [tuple(step) for step in kept["steps"]])

    @property
    def columns(self) -> list[tuple[str, list[int]]]:
        """Steps of time with a short name each, for the bars."""
        return [(name_of(self.step, date.fromisoformat(first)), [full, taster]) for first, full, taster in self.steps]


def places_of(by_group: dict[Group, Figures]) -> list[tuple[float, float, int, str]]:
    """Groups that trained somebody and have a point on the map."""
    return [
        (group.latitude, group.longitude, figures.trained.total, group.name)
        for group, figures in by_group.items()
        if group.latitude is not None and group.longitude is not None and figures.trained.total
    ]


def over_time(reading: Reading) -> tuple[str, list[tuple[str, int, int]]]:
    """How many came to training by week, or by month or year where weeks are too many; empty ones included."""
    last = min(reading.period.last, timezone.localdate(reading.now, timezone.get_default_timezone()))
    days = [session.day for session in reading.sessions]
    if not days:
        return "week", []
    first = reading.period.first
    if step_for(first, last) != "week":  # of a long period only the part in which there was training
        first = min(days)
    step = step_for(first, last)
    came: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for session in reading.sessions:
        came[start_of(step, session.day)][session.kind == "taster"] += reading.gatherings.named[session.event]
    starts = [start_of(step, first)]
    while (following := next_start(step, starts[-1])) <= last:
        starts.append(following)
    return step, [(start.isoformat(), came[start][0], came[start][1]) for start in starts]


def step_for(first: date, last: date) -> str:
    """The shortest step of time that leaves few enough columns."""
    if (last - first).days <= WEEKS * 7:
        return "week"
    months = (last.year - first.year) * 12 + last.month - first.month
    return "month" if months < MONTHS else "year"


def start_of(step: str, day: date) -> date:
    """The first day of the week, month or year of a day; weeks begin on Monday."""
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day.replace(month=1, day=1)


def next_start(step: str, start: date) -> date:
    """The first day of the step that follows."""
    return start_of(step, start + timedelta(days={"week": 7, "month": 31, "year": 366}[step]))


def name_of(step: str, first: date) -> str:
    """A short name for a column."""
    return date_format(first, {"week": _("j M"), "month": _("M Y"), "year": "Y"}[step])
