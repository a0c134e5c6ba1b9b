"""The silence clock: whether an answer is still awaited or did not come, and for how many days. A rule without a table.

Days are counted from the approach. An answer is in time until and including the day it is due; from the next day on
there is silence. Days of a pause do not count, and put off the day it is due by as many.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.functional import Promise

DAY = timedelta(days=1)


class State(StrEnum):
    """Where an approach stands that nobody has answered."""

    WAITING = "waiting"
    SILENT = "silent"


@dataclass(frozen=True)
class Span:
    """Days that do not count, both ends with it, and why; without an end it still runs."""

    since: date
    until: date | None
    why: "str | Promise" = ""

    def within(self, first: date, last: date) -> "Span | None":
        """Its part from the first to the last day, if any."""
        since, until = max(self.since, first), min(self.until or last, last)
        return Span(since, until, self.why) if since <= until else None

    @property
    def days(self) -> int:
        """How many days it has, of one that has an end."""
        assert self.until is not None
        return (self.until - self.since).days + 1


@dataclass(frozen=True)
class Silence:
    """What the clock says on a day: the day the answer is due now, the days that counted, and those that did not."""

    state: State
    days: int
    due: date | None
    not_counted: tuple[Span, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether the answer is overdue."""
        return self.state is State.SILENT

    @property
    def days_not_counted(self) -> int:
        """How many days did not count."""
        return sum(span.days for span in self.not_counted)


def silence(asked_on: date, due: date | None, on: date, spans: Iterable[Span] = ()) -> Silence:
    """What the clock says on a day of something asked on another. Without a day it is due, an answer is awaited."""
    ordered = sorted(spans, key=lambda span: span.since)
    left_out = apart(ordered, asked_on + DAY, on)
    days = max((on - asked_on).days, 0) - sum(span.days for span in left_out)
    moved = put_off(asked_on, due, on, ordered) if due else None
    state = State.SILENT if moved and on > moved else State.WAITING
    return Silence(state, days, moved, left_out)


def put_off(asked_on: date, due: date, on: date, spans: Sequence[Span]) -> date:
    """The day an answer is due when the days before it that do not count are added at its end."""
    known = [Span(span.since, span.until or max(on, span.since), span.why) for span in spans]
    moved = due
    while True:
        later = due + sum(span.days for span in apart(known, asked_on + DAY, moved)) * DAY
        if later == moved:
            return moved
        moved = later


def apart(spans: Sequence[Span], first: date, last: date) -> tuple[Span, ...]:
    """The parts of these spans, in the order in which they begin, from one day to another: no day stands twice."""
    found = []
    for span in spans:
        if part := span.within(first, last):
            found.append(part)
            assert part.until is not None
            first = part.until + DAY
    return tuple(found)
