"""How much of a commitment was reached: a count adds up, an amount or a share is the level reached last."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from m4c.commitments.models.commitment import Measure
from m4c.commitments.models.progress import Progress
from m4c.commitments.watching.periods import periods

if TYPE_CHECKING:
    from m4c.commitments.watching.status import Entry, History

EMPTY = Decimal(0)
ADDED = (Measure.COUNT, Measure.RECURRING)
LEVELS = (Measure.AMOUNT, Measure.PERCENTAGE)


def reached(history: "History", seen: "Sequence[Entry]") -> Decimal:
    """How much was reached by these entries, which are in the order of their days."""
    if history.measure in ADDED:
        return sum((times(entry) for entry in seen), EMPTY)
    if history.measure in LEVELS:
        levels = [entry.amount for entry in seen if entry.amount is not None and entry.kind != Progress.Kind.LAPSE]
        return levels[-1] if levels else EMPTY
    return Decimal(any(entry.kind == Progress.Kind.DONE for entry in seen))


def times(entry: "Entry") -> Decimal:
    """What an entry adds to a count; "done" without a number is once."""
    if entry.kind == Progress.Kind.LAPSE:
        return EMPTY
    if entry.amount is None:
        return Decimal(entry.kind == Progress.Kind.DONE)
    return entry.amount


def target_on(history: "History", day: date) -> Decimal:
    """What it asked for that day: what it asked before the first amendment that was still to come, or asks now."""
    later = sorted((amended for amended in history.amendments if amended.on > day), key=lambda amended: amended.on)
    return next((amended.before for amended in later if amended.before is not None), history.target) or EMPTY


def is_reached(history: "History", seen: "Sequence[Entry]", day: date, until: date | None) -> bool:
    """Whether the measure was reached; how somebody goes about something never is, while it goes on.

    What is done again and again is reached once its run has ended, each period with its number.
    """
    if history.measure == Measure.ONGOING:
        return False
    if history.measure == Measure.RECURRING:
        return until is not None and until < day and not any(missed_periods(history, seen, day, until))
    if history.measure == Measure.DONE:
        return reached(history, seen) > 0
    target = target_on(history, day)
    return target > 0 and reached(history, seen) >= target


def missed_periods(
    history: "History", seen: "Sequence[Entry]", day: date, until: date | None
) -> Iterator[tuple[date, date]]:
    """The periods gone by by that day without their number, each as its first day and the first after it."""
    gone = takewhile(lambda period: period[1] <= day, periods(history.made_on, history.every, until))
    ahead = deque(entry for entry in seen if entry.on >= history.made_on)
    for first, after in gone:
        in_it = EMPTY
        while ahead and ahead[0].on < after:
            in_it += times(ahead.popleft())
        if in_it < target_on(history, after - timedelta(days=1)):
            yield first, after


def is_begun(seen: "Iterable[Entry]") -> bool:
    """Whether any of these entries tells of something done."""
    return any(entry.is_progress for entry in seen)
