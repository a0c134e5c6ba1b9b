"""School holidays are written down by those who answer for the movement, put right, and taken off."""

from datetime import date

import pytest

from m4c.events.models import SchoolHoliday
from m4c.events.operations.school_holiday import (
    NewHoliday,
    SchoolHolidayRefused,
    add_school_holidays,
    remove_school_holiday,
)
from tests.cast import Cast
from tests.factories import doers

HALF_TERM = NewHoliday(" Cardiff ", "half-term", date(2026, 10, 26), date(2026, 10, 30), "the council")


def test_a_holiday_is_written_down_once_and_put_right(cast: Cast) -> None:
    add_school_holidays(holidays=[HALF_TERM], by=cast.operator)
    longer = NewHoliday("Cardiff", "half-term", date(2026, 10, 26), date(2026, 11, 1), "the council")
    add_school_holidays(holidays=[longer], by=cast.operator)
    assert list(SchoolHoliday.objects.values_list("area", "last_on")) == [("Cardiff", date(2026, 11, 1))]


def test_those_who_answer_for_the_movement_keep_the_table(cast: Cast) -> None:
    assert doers(lambda by: add_school_holidays(holidays=[HALF_TERM], by=by), cast) == {"national_organiser", "admin"}


@pytest.mark.parametrize(
    "holiday",
    [
        NewHoliday("Cardiff", "half-term", date(2026, 10, 30), date(2026, 10, 26), "the council"),
        NewHoliday("Cardiff", "half-term", date(2026, 10, 26), date(2026, 10, 30), " "),
    ],
)
def test_a_holiday_that_makes_no_sense_leaves_none(cast: Cast, holiday: NewHoliday) -> None:
    with pytest.raises(SchoolHolidayRefused):
        add_school_holidays(holidays=[HALF_TERM, holiday], by=cast.operator)
    assert not SchoolHoliday.objects.exists()


def test_one_is_taken_off(cast: Cast) -> None:
    holiday = add_school_holidays(holidays=[HALF_TERM], by=cast.operator)[0]
    remove_school_holiday(holiday=holiday, by=cast.operator)
    assert not SchoolHoliday.objects.exists()
