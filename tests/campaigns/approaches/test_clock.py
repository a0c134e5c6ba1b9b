"""The silence clock: waiting until and including the day it is due, silent after; days of a pause do not count."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from m4c.campaigns.approaches.clock import Span, State, silence

ASKED, DUE = date(2026, 9, 1), date(2026, 9, 15)


def days(count: int) -> date:
    return ASKED + timedelta(days=count)


def test_it_waits_until_and_including_the_day_it_is_due_and_is_silent_after() -> None:
    before, on_it, after = (silence(ASKED, DUE, days(count)) for count in (13, 14, 15))
    assert (before.state, on_it.state, after.state) == (State.WAITING, State.WAITING, State.SILENT)
    assert (before.days, on_it.days, after.days) == (13, 14, 15)


def test_forty_six_days_are_counted_from_the_approach() -> None:
    assert silence(ASKED, DUE, date(2026, 10, 17)).days == 46


def test_an_answer_due_the_same_day_is_awaited_that_day() -> None:
    assert silence(ASKED, ASKED, ASKED).state is State.WAITING
    assert silence(ASKED, ASKED, days(1)).state is State.SILENT


def test_without_a_day_it_is_never_overdue() -> None:
    says = silence(ASKED, None, days(400))
    assert (says.state, says.days, says.due) == (State.WAITING, 400, None)


def test_days_of_a_pause_do_not_count_and_put_off_the_day_it_is_due() -> None:
    recess = Span(days(5), days(9), "recess")
    says = silence(ASKED, DUE, days(19), [recess])
    assert (says.state, says.days, says.due) == (State.WAITING, 14, days(19))
    assert says.not_counted == (recess,)
    assert silence(ASKED, DUE, days(20), [recess]).state is State.SILENT


def test_a_pause_that_runs_stops_the_clock() -> None:
    agreed = Span(days(20), None, "agreed")
    first, later = (silence(ASKED, DUE, days(count), [agreed]) for count in (20, 60))
    assert (first.days, later.days, later.days_not_counted) == (19, 19, 41)
    waiting = silence(ASKED, DUE, days(60), [Span(days(3), None)])
    assert (waiting.state, waiting.days) == (State.WAITING, 2)


def test_a_pause_after_it_was_due_leaves_it_silent() -> None:
    says = silence(ASKED, DUE, days(30), [Span(days(20), days(24))])
    assert (says.state, says.days, says.due) == (State.SILENT, 25, DUE)


def test_pauses_that_overlap_leave_out_each_day_once() -> None:
    two = [Span(days(4), days(8), "one"), Span(days(6), days(10), "two"), Span(days(5), days(7), "three")]
    says = silence(ASKED, None, days(30), two)
    assert (says.days_not_counted, says.days) == (7, 23)
    assert [(span.why, span.days) for span in says.not_counted] == [("one", 5), ("two", 2)]


def test_the_day_of_the_approach_is_no_day_of_silence_anyway() -> None:
    assert silence(ASKED, DUE, days(10), [Span(days(-5), ASKED)]).days == 10


def test_a_pause_before_or_after_changes_nothing() -> None:
    spans = [Span(days(-9), days(-2)), Span(days(40), days(50))]
    assert silence(ASKED, DUE, days(30), spans) == silence(ASKED, DUE, days(30))


pauses = st.lists(
    st.tuples(st.integers(-20, 80), st.integers(0, 30)).map(lambda each: Span(days(each[0]), days(sum(each)))),
    max_size=5,
)


@given(pauses, st.integers(0, 40), st.integers(0, 120))
def test_days_are_counted_one_by_one(spans: list[Span], wait: int, on: int) -> None:
    says = silence(ASKED, days(wait), days(on), spans)
    out = {span.since + timedelta(days=n) for span in spans for n in range(span.days)}
    assert says.days == sum(days(count) not in out for count in range(1, on + 1))
    assert says.due is not None
    counting = sum(days(count) not in out for count in range(1, (says.due - ASKED).days + 1))
    assert counting == wait
    assert says.is_silent == (days(on) > says.due)
