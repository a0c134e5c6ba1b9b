"""Histories of commitments, shortly written, and any history that hypothesis thinks of."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from m4c.commitments.models import Every, Measure
from m4c.commitments.watching.status import ConditionOn, Due, Entry, History, Level, NewTarget, Verdict

MADE = date(2026, 1, 10)
KINDS = ("step", "reached", "done", "lapse")
BROKEN: dict[str, Any] = {"confirmed_on": date(2026, 3, 1), "told_on": date(2026, 3, 2)}


def a_day(words: str) -> date:
    """A day as people write it in a table."""
    return date.fromisoformat(words)


def did(on: str, amount: int | None = None, kind: str = "step") -> Entry:
    """An entry."""
    return Entry(a_day(on), kind, None if amount is None else Decimal(amount))


def due(on: str | None, known: date = MADE) -> tuple[Due, ...]:
    """A day on which it is due."""
    return (Due(known, a_day(on) if on else None),)


def count(target: int = 3, **more: Any) -> History:
    """So many times."""
    return History(MADE, Measure.COUNT, Decimal(target), **more)


def share(target: int = 100, **more: Any) -> History:
    """A share in per cent."""
    return History(MADE, Measure.PERCENTAGE, Decimal(target), **more)


def again(target: int = 2, every: str = Every.HALF, made_on: date = MADE, **more: Any) -> History:
    """So often in each period."""
    return History(made_on, Measure.RECURRING, Decimal(target), every, **more)


def ongoing(**more: Any) -> History:
    """How they go about something."""
    return History(MADE, Measure.ONGOING, **more)


def done(**more: Any) -> History:
    """Done or not."""
    return History(MADE, Measure.DONE, **more)


days = st.dates(MADE - timedelta(days=20), MADE + timedelta(days=500))
later = st.dates(MADE, MADE + timedelta(days=500))
amounts = st.none() | st.integers(-2, 120).map(Decimal)
entries = st.builds(Entry, days, st.sampled_from(KINDS), amounts).filter(
    lambda entry: entry.kind != "reached" or entry.amount is not None
)
verdicts = st.builds(
    Verdict,
    st.sampled_from(("broken", "partly", "unverifiable", "disputed")),
    st.none() | days,
    st.none() | days,
    st.none() | days,
    st.none() | days,
)
states = st.builds(
    ConditionOn, st.integers(1, 2), days, st.sampled_from(("open", "met", "failed")), is_dependency=st.just(False)
)
waits = st.builds(
    ConditionOn, st.just(3), days, st.sampled_from(("open", "met", "failed")), is_dependency=st.just(True)
)
targets = st.integers(1, 100).map(Decimal)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any history that the tables would hold."""
    measure = draw(st.sampled_from(Measure.values))
    has_target = measure in ("count", "amount", "percentage", "recurring")
    most = 2 if has_target else 0
    return History(
        MADE,
        measure,
        target=draw(targets) if has_target else None,
        every=draw(st.sampled_from(Every.values)) if measure == Measure.RECURRING else "",
        expires_on=draw(st.none() | later),
        superseded_on=draw(st.none() | later),
        due=tuple(draw(st.lists(st.builds(Due, later, st.none() | later), max_size=3))),
        milestones=tuple(draw(st.lists(st.builds(Level, later, targets, later), max_size=2))),
        conditions=tuple(draw(st.lists(states | waits, max_size=4))),
        amendments=tuple(draw(st.lists(st.builds(NewTarget, later, targets, targets), max_size=most))),
        entries=tuple(draw(st.lists(entries, max_size=6))),
        verdicts=tuple(draw(st.lists(verdicts, max_size=3))),
    )
