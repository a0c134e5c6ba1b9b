"""Where a commitment stands on a day: the rule, without tables, so that it can be tried on any sequence of entries.

Only what is dated on or before a day counts for that day. `m4c.commitments.watching.history` reads a history from the
tables, and `restating` writes what comes of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile

from m4c.commitments.models.commitment import Measure
from m4c.commitments.models.judgement import Judgement
from m4c.commitments.models.progress import Progress
from m4c.commitments.models.standing import Status
from m4c.commitments.models.terms import ConditionState
from m4c.commitments.watching.measured import is_begun, is_reached, missed_periods, reached
from m4c.commitments.watching.periods import LAST, periods

NOTICE_DAYS = 10  # the least that a speaker has, from being told to being called to have broken it
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """An entry of progress that counts."""

    on: date
    kind: str = Progress.Kind.STEP
    amount: Decimal | None = None

    @property
    def is_progress(self) -> bool:
        """Whether it tells of something done."""
        return self.kind != Progress.Kind.LAPSE and (self.amount is None or self.amount > 0)


@dataclass(frozen=True)
class Due:
    """Which day it was known to be due, from a day on; None while nobody knew yet."""

    known_on: date
    due_on: date | None


@dataclass(frozen=True)
class Level:
    """A milestone: how far it is to be by a day, as known since another; of the promise itself where none is told."""

    on: date
    level: Decimal
    known_on: date = date.min


@dataclass(frozen=True)
class ConditionOn:
    """Where a condition stood from a day on; a dependency voids nothing."""

    condition: int
    on: date
    state: str
    is_dependency: bool = False


@dataclass(frozen=True)
class NewTarget:
    """A target changed by agreement."""

    on: date
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class Verdict:
    """What was judged, from when it counts, and until when."""

    verdict: str
    counts_from: date | None
    withdrawn_on: date | None = None
    confirmed_on: date | None = None  # by a second person
    told_on: date | None = None

    @property
    def since(self) -> date | None:
        """The first day on which it counts; "broken" needs two people and its notice, whatever was written down."""
        if self.verdict != Judgement.Verdict.BROKEN or self.counts_from is None:
            return self.counts_from
        if self.confirmed_on is None or self.told_on is None:
            return None
        return max(self.counts_from, self.confirmed_on, self.told_on + timedelta(days=NOTICE_DAYS))

    def counts_on(self, day: date) -> bool:
        """Whether it is so that day."""
        since = self.since
        return since is not None and since <= day and (self.withdrawn_on is None or day < self.withdrawn_on)


@dataclass(frozen=True)
class History:
    """All that its status hangs on. `target` is as it is now; `expires_on` is the last day."""

    made_on: date
    measure: str = Measure.DONE
    target: Decimal | None = None
    every: str = ""
    expires_on: date | None = None
    superseded_on: date | None = None
    due: tuple[Due, ...] = ()
    milestones: tuple[Level, ...] = ()
    conditions: tuple[ConditionOn, ...] = ()
    amendments: tuple[NewTarget, ...] = ()
    entries: tuple[Entry, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True)
class Span:
    """Through which days a commitment has one status; `until` is the first that is no longer of it."""

    since: date
    until: date | None
    status: Status
    done: Decimal


def status_on(history: History, day: date, soon: int = 30) -> tuple[Status, Decimal]:
    """Where it stands that day, and how much was reached; the questions are asked in the order of the rule."""
    seen = [entry for entry in sorted(history.entries, key=lambda entry: entry.on) if entry.on <= day]
    done = reached(history, seen)
    judged = {verdict.verdict for verdict in history.verdicts if verdict.counts_on(day)}
    due = due_on(history, day)
    asked: tuple[tuple[Status, Callable[[], bool]], ...] = (
        (Status.VOID, lambda: is_void(history, day)),
        (Status.SUPERSEDED, lambda: history.superseded_on is not None and history.superseded_on <= day),
        (Status.DISPUTED, lambda: Judgement.Verdict.DISPUTED in judged),
        (Status.UNVERIFIABLE, lambda: Judgement.Verdict.UNVERIFIABLE in judged),
        (Status.BROKEN, lambda: Judgement.Verdict.BROKEN in judged),
        (Status.KEPT, lambda: is_reached(history, seen, day, due)),
        (Status.PARTLY, lambda: Judgement.Verdict.PARTLY in judged),
        (Status.EXPIRED, lambda: has_expired(history, seen, day)),
        (Status.OVERDUE, lambda: is_overdue(history, seen, done, day)),
        (Status.IN_PROGRESS, lambda: is_begun(seen)),
        (Status.DUE_SOON, lambda: any(day <= end <= day + timedelta(days=soon) for end in deadlines(history, day))),
    )
    return next((status for status, holds in asked if holds()), Status.MADE), done


def spans(history: History, soon: int = 30) -> list[Span]:
    """Its status from the day it was made for ever: a step for each change, without a gap, so that a day is looked up.

    What may change it are its dates alone: it is asked on each, and neighbours that are alike are one.
    """
    found: list[Span] = []
    for day in turning_days(history, soon):
        status, done = status_on(history, day, soon)
        if found and (found[-1].status, found[-1].done) == (status, done):
            continue
        if found:
            found[-1] = Span(found[-1].since, day, found[-1].status, found[-1].done)
        found.append(Span(day, None, status, done))
    return found


def turning_days(history: History, soon: int) -> list[date]:
    """Every day on which it may change, in order, the day it was made first."""
    days = [entry.on for entry in history.entries]
    days += [turn for verdict in history.verdicts for turn in (verdict.since, verdict.withdrawn_on) if turn]
    days += [state.on for state in history.conditions] + [amended.on for amended in history.amendments]
    days += [due.known_on for due in history.due] + [level.known_on for level in history.milestones]
    days += [day for day in (history.superseded_on,) if day]
    ends = [due.due_on for due in history.due] + [history.expires_on] + [level.on for level in history.milestones]
    known = [day for day in ends if day is not None]
    last = max([history.made_on, *days, *known])
    if history.measure == Measure.RECURRING:
        # A run without an end is looked at until a whole period has gone by without an entry: it stays what it is then.
        for due in {None, *(due.due_on for due in history.due)}:
            for begins, after in periods(history.made_on, history.every, due or history.expires_on):
                days += [max(begins, after - timedelta(days=soon + 1)), after]
                if begins > last:
                    break
    days += [turn for day in known for turn in (day - timedelta(days=soon), day, min(day, LAST) + DAY)]
    return sorted({history.made_on, *(day for day in days if day > history.made_on)})


def is_void(history: History, day: date) -> bool:
    """Whether a condition (no dependency) failed, as it stood last by that day."""
    latest = {}
    for state in sorted(history.conditions, key=lambda state: state.on):
        if state.on <= day and not state.is_dependency:
            latest[state.condition] = state.state
    return ConditionState.State.FAILED in latest.values()


def due_on(history: History, day: date) -> date | None:
    """When it was known to be due, that day; the day on which it ends where no other was known."""
    known = [due for due in sorted(history.due, key=lambda due: due.known_on) if due.known_on <= day]
    told = known[-1].due_on if known else None
    return told or (None if history.measure == Measure.ONGOING else history.expires_on)


def levels(history: History, day: date) -> Iterator[Level]:
    """Its milestones, as known that day."""
    return (level for level in history.milestones if level.known_on <= day)


def has_expired(history: History, seen: list[Entry], day: date) -> bool:
    """Whether an ongoing one ran its time, and nobody saw it not held to."""
    if history.measure != Measure.ONGOING or history.expires_on is None or day <= history.expires_on:
        return False
    return not any(entry.kind == Progress.Kind.LAPSE and entry.on <= history.expires_on for entry in seen)


def is_overdue(history: History, seen: list[Entry], done: Decimal, day: date) -> bool:
    """Whether a day is past, from the day after, by which something was to be reached that is not."""
    if any(level.on < day and done < level.level for level in levels(history, day)):
        return True
    due = due_on(history, day)
    if history.measure == Measure.RECURRING:
        return any(missed_periods(history, seen, day, due))
    if due is None or day <= due:
        return False
    # An ongoing one is due to begin: whoever has begun is not late.
    return history.measure != Measure.ONGOING or not is_begun(seen)


def deadlines(history: History, day: date) -> list[date]:
    """The days by which something is to be reached, as known that day."""
    due = due_on(history, day)
    found = [level.on for level in levels(history, day)] + ([due] if due else [])
    if history.measure == Measure.RECURRING:
        begun = takewhile(lambda period: period[0] <= day, periods(history.made_on, history.every, due))
        found += [after - DAY for _first, after in begun]
    return found
