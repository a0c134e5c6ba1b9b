"""The greeting: by the hour in the movement's own zone, and in Welsh for who speaks it with us."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from m4c.leaders.today import greeting
from m4c.people.models import Person


@pytest.mark.parametrize(
    ("hour", "english", "welsh"),
    [
        (0, "Good morning", "Bore da"),
        (10, "Good morning", "Bore da"),
        (11, "Good afternoon", "Prynhawn da"),
        (16, "Good afternoon", "Prynhawn da"),
        (17, "Good evening", "Noswaith dda"),
        (22, "Good evening", "Noswaith dda"),
    ],
)
def test_by_the_hour_in_british_summer_time(hour: int, english: str, welsh: str) -> None:
    now = datetime(2026, 7, 1, hour, 30, tzinfo=UTC)
    assert greeting(Person(language="en"), now) == english
    assert greeting(Person(language="cy"), now) == welsh


def test_who_reads_in_welsh_is_greeted_in_it() -> None:
    with override("cy"):
        assert greeting(None, datetime(2026, 1, 1, 9, tzinfo=UTC)) == "Bore da"
