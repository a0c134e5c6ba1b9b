"""When a source is old, and how long something lasted."""

from datetime import date

import pytest

from m4c.power.lasting import for_how_long
from m4c.power.source_age import is_old

TODAY = date(2026, 11, 23)


def test_a_source_is_old_after_half_a_year() -> None:
    days = (None, TODAY, date(2026, 5, 24), date(2026, 5, 23))

    assert [is_old(day, TODAY) for day in days] == [False, False, False, True]


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2018, 11, 23), "for eight years"),
        (date(2018, 11, 24), "for seven years"),
        (date(2025, 11, 23), "for one year"),
        (date(2026, 10, 23), "for one month"),
        (date(2026, 10, 24), "since 24 October 2026"),
        (date(2014, 11, 1), "for 12 years"),
    ],
)
def test_how_long_is_told_in_whole_years_then_months(since: date, words: str) -> None:
    assert for_how_long(since, TODAY) == words
