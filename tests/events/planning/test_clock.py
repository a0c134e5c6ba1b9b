"""Hours are of the clock, in summer and winter; one of them is not there each spring."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from m4c.events.forms.moments import check_hour
from m4c.events.planning.clock import at, held_at, is_on_the_clock, moved, said_of_clock

SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)


def test_seven_is_seven_in_summer_and_winter() -> None:
    assert at(date(2026, 7, 1), time(19)).astimezone(UTC) == datetime(2026, 7, 1, 18, tzinfo=UTC)
    assert at(date(2026, 12, 1), time(19)).astimezone(UTC) == datetime(2026, 12, 1, 19, tzinfo=UTC)


def test_an_hour_stays_over_the_change_of_clocks() -> None:
    later = moved(at(date(2026, 10, 20), time(19)), date(2026, 10, 27))
    assert later.astimezone(UTC) == datetime(2026, 10, 27, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "hour", "is_there"),
    [(SPRING, time(1, 30), False), (SPRING, time(2), True), (SPRING, time(0, 59), True), (AUTUMN, time(1, 30), True)],
)
def test_the_clocks_leave_out_one_hour_in_spring(day: date, hour: time, is_there: bool) -> None:
    assert is_on_the_clock(day, hour) is is_there


def test_an_hour_that_is_left_out_is_held_an_hour_later_and_says_so() -> None:
    assert held_at(SPRING, time(1, 30)).time() == time(2, 30)
    assert said_of_clock(SPRING, time(1, 30)).endswith("there is no 01:30, so it begins at 02:30.")
    assert (held_at(AUTUMN, time(1, 30)), said_of_clock(AUTUMN, time(1, 30))) == (at(AUTUMN, time(1, 30)), "")


def test_an_hour_that_is_not_there_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValidationError, match="The clocks go forward that night: there is no 01:30"):
        check_hour(SPRING, time(1, 30))
