"""Every kind of deadline by the days themselves: across summer time, leap days and the ends of months."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from m4c.commitments.models import Every, Measure, Standing
from m4c.commitments.watching.periods import periods
from m4c.commitments.watching.status import History, Level, status_on
from tests.commitments.making import a_commitment
from tests.commitments.watching.histories import a_day, again, did, done, due, ongoing, share

DAY = timedelta(days=1)
# The clocks change in the night before each of these, and one is there every four years alone.
DAYS = ("2026-03-29", "2026-10-25", "2028-02-29", "2027-02-28", "2026-12-31", "2027-01-01", "2028-03-26", "2026-04-30")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("of", ["due", "end", "milestone"])
def test_it_is_late_from_the_day_after_and_not_before(day, of):
    history = {
        "due": lambda: done(due=due(day)),
        "end": lambda: done(expires_on=a_day(day)),
        "milestone": lambda: share(milestones=(Level(a_day(day), Decimal(45)),)),
    }[of]()
    found = [status_on(history, a_day(day) + number * DAY)[0] for number in (-31, -30, 0, 1)]
    assert found == ["made", "due_soon", "due_soon", "overdue"]


@pytest.mark.parametrize("day", DAYS)
def test_what_is_gone_about_is_held_to_through_its_last_day(day):
    history = ongoing(expires_on=a_day(day))
    assert [status_on(history, a_day(day) + number * DAY)[0] for number in (0, 1)] == ["made", "expired"]


@pytest.mark.parametrize(
    ("made", "every", "beginnings"),
    [
        ("2028-02-29", Every.YEAR, ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]),
        ("2027-10-31", Every.MONTH, ["2027-10-31", "2027-11-30", "2027-12-31", "2028-01-31", "2028-02-29"]),
        ("2027-08-31", Every.HALF, ["2027-08-31", "2028-02-29", "2028-08-31", "2029-02-28", "2029-08-31"]),
        ("2026-11-30", Every.QUARTER, ["2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30", "2027-11-30"]),
        ("2026-03-22", Every.WEEK, ["2026-03-22", "2026-03-29", "2026-04-05", "2026-04-12", "2026-04-19"]),
    ],
)
def test_periods_are_counted_from_the_day_it_was_made(made, every, beginnings):
    runs = periods(a_day(made), every, None)
    assert [str(next(runs)[0]) for _each in range(5)] == beginnings


def test_periods_follow_each_other_and_stop_with_the_last_whole_one():
    found = list(periods(date(2028, 2, 29), Every.YEAR, date(2031, 3, 15)))
    assert [str(after) for _first, after in found] == ["2029-02-28", "2030-02-28", "2031-02-28"]
    assert [one[1] for one in found[:-1]] == [other[0] for other in found[1:]]


def test_a_run_shorter_than_its_period_is_one():
    assert list(periods(date(2026, 1, 10), Every.YEAR, date(2026, 6, 30))) == [(date(2026, 1, 10), date(2026, 7, 1))]


def test_a_yearly_one_made_on_a_leap_day_is_late_by_the_year():
    made = a_day("2028-02-29")
    history = again(1, Every.YEAR, made, entries=(did("2029-02-27", 1),))
    found = [status_on(history, a_day(day))[0] for day in ("2029-02-27", "2029-02-28", "2030-02-27", "2030-02-28")]
    assert found == ["in_progress", "in_progress", "in_progress", "overdue"]


def test_four_years_of_twice_a_year_are_kept_the_day_after_the_last():
    made = a_day("2024-02-29")
    times = tuple(did(str(first), 2) for first, _after in periods(made, Every.HALF, a_day("2028-02-28")))
    history = again(2, Every.HALF, made, entries=times, expires_on=a_day("2028-02-28"))
    assert len(times) == 8
    assert [status_on(history, a_day(day))[0] for day in ("2028-02-28", "2028-02-29")] == ["in_progress", "kept"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (datetime(2027, 3, 27, 23, 59, tzinfo=UTC), "due_soon"),  # the clocks go on in the night after
        (datetime(2027, 3, 28, 22, 59, tzinfo=UTC), "due_soon"),  # 23:59 in London, on the day it is due
        (datetime(2027, 3, 28, 23, 0, tzinfo=UTC), "overdue"),  # midnight in London, an hour before that of UTC
    ],
)
def test_a_day_ends_at_midnight_in_london(cast, moment, status):
    made = a_commitment(cast, due_on=date(2027, 3, 28))
    found = Standing.objects.on(timezone.localdate(moment)).get(commitment=made)
    assert found.status == status


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "due_soon"),  # the clocks went back that morning
        (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), "due_soon"),
        (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), "overdue"),
    ],
)
def test_and_in_winter_with_that_of_utc(cast, moment, status):
    made = a_commitment(cast, due_on=date(2026, 10, 25))
    assert Standing.objects.on(timezone.localdate(moment)).get(commitment=made).status == status


def test_a_day_at_the_end_of_calendars_is_no_error():
    history = History(date(2026, 1, 1), Measure.DONE, due=due("9999-12-31"))
    assert status_on(history, date(2026, 1, 1))[0] == "made"
