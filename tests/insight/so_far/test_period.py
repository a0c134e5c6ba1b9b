"""Periods: both ends included, and only those that make sense."""

from datetime import UTC, date, datetime

import pytest

from m4c.insight.so_far import Period, PeriodRefused


def test_a_day_is_a_day_of_london():
    period = Period(date(2010, 6, 1), date(2010, 6, 1))
    assert period.starts_at == datetime(2010, 5, 31, 23, tzinfo=UTC)
    assert period.ends_before == datetime(2010, 6, 1, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last", "code", "field"),
    [
        (date(2010, 6, 2), date(2010, 6, 1), "reversed", "to"),
        (date(1, 1, 1), date(2010, 6, 1), "far_away", "from"),
        (date(2010, 6, 1), date(9999, 12, 31), "far_away", "to"),
    ],
)
def test_days_that_make_no_period_are_refused(first, last, code, field):
    with pytest.raises(PeriodRefused) as refused:
        Period(first, last)
    assert (refused.value.code, refused.value.field) == (code, field)
