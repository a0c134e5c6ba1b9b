"""By when a request is to be answered: the calendar month with its rules, the clock that stops, and working days."""

from datetime import date

import pytest

from m4c.people import clocks
from m4c.people.clocks import Clock, days_of
from m4c.people.rights import clocks as rights_clocks
from m4c.people.rights.clocks import RIGHTS_AIM, Wait, request_due, told_of_longer_by
from m4c.people.working_days import bank_holidays, is_working_day, next_working_day


@pytest.mark.parametrize(
    ("received", "answer_by"),
    [
        (date(2026, 9, 3), date(2026, 10, 5)),  # the 3rd is a Saturday
        (date(2026, 10, 6), date(2026, 11, 6)),
        (date(2027, 1, 31), date(2027, 3, 1)),  # February has no 31st, and its 28th is a Sunday
        (date(2026, 11, 25), date(2026, 12, 29)),  # Christmas Day, Boxing Day's weekend, and the day given for it
        (date(2026, 3, 3), date(2026, 4, 7)),  # Good Friday, the weekend, Easter Monday
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_month_is_the_same_day_else_the_last_else_the_next_working_day(received: date, answer_by: date) -> None:
    assert request_due(received).answer_by == answer_by


def test_our_own_day_is_28_days_and_never_after_the_laws(monkeypatch: pytest.MonkeyPatch) -> None:
    assert request_due(date(2026, 10, 6)).aim_by == date(2026, 11, 3)
    monkeypatch.setattr(rights_clocks, "RIGHTS_AIM", [*RIGHTS_AIM, Clock(31, date(2027, 1, 1), "a later rule")])
    assert request_due(date(2027, 2, 1)).aim_by == date(2027, 3, 1)
    assert request_due(date(2026, 10, 6)).aim_by == date(2026, 11, 3)  # what came before it keeps its day


def test_of_figures_the_newest_that_holds_counts_and_each_has_its_source() -> None:
    told = [Clock(5, date(2018, 5, 25), "first"), Clock(3, date(2027, 1, 1), "then")]
    days = [date(2000, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [days_of(told, day) for day in days] == [5, 5, 3]
    listed = [figures for figures in vars(clocks).values() if isinstance(figures, list)]
    assert len(listed) >= 7
    assert all(figure.source for figures in listed for figure in figures)


def test_while_they_are_asked_what_they_mean_the_clock_stands_still() -> None:
    waits = [Wait(date(2026, 10, 8), date(2026, 10, 15)), Wait(date(2026, 10, 12), date(2026, 10, 16))]
    due = request_due(date(2026, 10, 6), waits=waits)

    assert (due.answer_by, due.aim_by) == (date(2026, 11, 16), date(2026, 11, 11))  # eight days, each counted once


def test_the_clock_begins_when_they_have_shown_who_they_are() -> None:
    proof = Wait(date(2026, 10, 8), date(2026, 10, 20), is_identity=True)

    assert request_due(date(2026, 10, 6), waits=[proof]).answer_by == date(2026, 11, 20)
    before = Wait(date(2026, 10, 9), date(2026, 10, 22))  # two of its days lie after the proof
    assert request_due(date(2026, 10, 6), waits=[proof, before]).answer_by == date(2026, 11, 23)  # the 22nd is a Sunday


def test_before_the_law_let_it_the_clock_did_not_stop() -> None:
    wait = Wait(date(2026, 1, 20), date(2026, 1, 30))

    assert request_due(date(2026, 1, 15), waits=[wait]).answer_by == date(2026, 2, 16)  # the 15th is a Sunday


def test_two_months_more_are_three_in_all_told_within_the_first() -> None:
    received = date(2026, 10, 6)
    due = request_due(received, is_extended=True)

    assert (due.answer_by, due.aim_by) == (date(2027, 1, 6), date(2027, 1, 3))
    assert told_of_longer_by(received) == date(2026, 11, 6)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2022, "0103 0415 0418 0502 0602 0603 0829 0919 1226 1227"),
        (2023, "0102 0407 0410 0501 0508 0529 0828 1225 1226"),
        (2026, "0101 0403 0406 0504 0525 0831 1225 1228"),
        (2027, "0101 0326 0329 0503 0531 0830 1227 1228"),
    ],
)
def test_bank_holidays_of_england_and_wales(year: int, days: str) -> None:
    assert " ".join(day.strftime("%m%d") for day in sorted(bank_holidays(year))) == days


def test_a_working_day_stays_and_others_roll_on() -> None:
    assert next_working_day(date(2026, 12, 24)) == date(2026, 12, 24)
    assert next_working_day(date(2026, 12, 25)) == date(2026, 12, 29)
    assert [is_working_day(date(2026, 11, day)) for day in (20, 21, 22, 23)] == [True, False, False, True]
