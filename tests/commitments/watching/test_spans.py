"""Whatever is written down, no status comes of it that the rule forbids, and spans say what the rule says each day."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from m4c.commitments.models import Measure, Status
from m4c.commitments.watching.status import NOTICE_DAYS, History, spans, status_on
from tests.commitments.watching.histories import MADE, histories

HORIZON = 900  # days: beyond everything that a history tells of


def total(history: History, day: date) -> Decimal:
    """What a count comes to, told without the rule."""
    seen = [entry for entry in history.entries if entry.on <= day and entry.kind != "lapse"]
    return sum((Decimal(e.kind == "done") if e.amount is None else e.amount for e in seen), Decimal(0))


@pytest.mark.slow
@given(histories(), st.sampled_from((0, 7, 30)))
def test_spans_are_what_the_rule_says_on_each_day(history, soon):
    found = spans(history, soon)
    assert (found[0].since, found[-1].until) == (MADE, None)
    assert [one.until for one in found[:-1]] == [other.since for other in found[1:]]
    assert not any((one.status, one.done) == (other.status, other.done) for one, other in pairwise(found))
    ahead = iter([*found[1:], None])
    current, following = found[0], next(ahead)
    for number in range(HORIZON):
        day = MADE + timedelta(days=number)
        if following and following.since == day:
            current, following = following, next(ahead)
        assert (current.status, current.done) == status_on(history, day, soon)


@given(histories(), st.integers(0, HORIZON))
def test_no_status_that_the_rule_forbids(history, number):
    day = MADE + timedelta(days=number)
    status, done = status_on(history, day)
    counting = {verdict.verdict for verdict in history.verdicts if verdict.counts_on(day)}
    seen = [entry for entry in history.entries if entry.on <= day]
    failed = {state.condition for state in history.conditions if state.state == "failed" and state.on <= day}
    if status == Status.VOID:
        assert failed - {3}  # 3 is another body's decision
    if status == Status.SUPERSEDED:
        assert history.superseded_on <= day
    if status in (Status.DISPUTED, Status.UNVERIFIABLE, Status.BROKEN, Status.PARTLY):
        assert status.value in counting
    if status == Status.BROKEN:
        judged = [verdict for verdict in history.verdicts if verdict.verdict == "broken" and verdict.counts_on(day)]
        assert all(v.confirmed_on and v.told_on and v.told_on + timedelta(days=NOTICE_DAYS) <= day for v in judged)
    if status == Status.KEPT:
        assert history.measure != Measure.ONGOING
        assert any(entry.is_progress or entry.kind == "done" for entry in seen)
    if status == Status.KEPT and history.measure == Measure.COUNT:
        assert done == total(history, day) > 0
    if status == Status.EXPIRED:
        assert history.measure == Measure.ONGOING
        assert history.expires_on < day
    if status == Status.IN_PROGRESS:
        assert any(entry.is_progress for entry in seen)
    if status == Status.DUE_SOON:
        assert not any(entry.is_progress for entry in seen)


@given(histories(), st.integers(0, HORIZON))
def test_what_is_dated_later_changes_nothing(history, number):
    day = MADE + timedelta(days=number)
    known = History(
        history.made_on,
        history.measure,
        target=history.target,
        every=history.every,
        expires_on=history.expires_on,
        superseded_on=history.superseded_on if history.superseded_on and history.superseded_on <= day else None,
        due=tuple(due for due in history.due if due.known_on <= day),
        milestones=tuple(level for level in history.milestones if level.known_on <= day),
        conditions=tuple(state for state in history.conditions if state.on <= day),
        amendments=history.amendments,
        entries=tuple(entry for entry in history.entries if entry.on <= day),
        verdicts=tuple(verdict for verdict in history.verdicts if verdict.since and verdict.since <= day),
    )
    assert status_on(known, day) == status_on(history, day)


@given(histories())
def test_what_nobody_judged_is_never_called_broken(history):
    open_one = History(
        history.made_on,
        history.measure,
        target=history.target,
        every=history.every,
        expires_on=history.expires_on,
        due=history.due,
        milestones=history.milestones,
        entries=history.entries,
    )
    assert not {span.status for span in spans(open_one)} & {
        Status.BROKEN,
        Status.PARTLY,
        Status.DISPUTED,
        Status.UNVERIFIABLE,
        Status.VOID,
        Status.SUPERSEDED,
    }


@given(histories())
def test_it_is_kept_by_entries_alone(history):
    assert Status.KEPT not in {
        span.status
        for span in spans(
            History(
                history.made_on,
                history.measure,
                target=history.target,
                every=history.every,
                expires_on=history.expires_on,
                due=history.due,
                milestones=history.milestones,
                conditions=history.conditions,
                verdicts=history.verdicts,
            )
        )
    }
