"""Days of faith calendars, against those that were kept or are published."""

from datetime import date, timedelta

import pytest

from m4c.events.planning.faith_days import BY_NAME, FAITH_DAYS


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("ramadan", date(2025, 3, 1), date(2025, 3, 29)),
        ("eid_al_fitr", date(2025, 3, 30), date(2025, 3, 30)),
        ("eid_al_adha", date(2025, 6, 6), date(2025, 6, 6)),
        ("rosh_hashanah", date(2025, 9, 23), date(2025, 9, 24)),
        ("yom_kippur", date(2025, 10, 2), date(2025, 10, 2)),
        ("purim", date(2024, 3, 24), date(2024, 3, 24)),  # in a year of two Adars
        ("purim", date(2025, 3, 14), date(2025, 3, 14)),
        ("passover", date(2025, 4, 13), date(2025, 4, 20)),
        ("chanukah", date(2025, 12, 15), date(2025, 12, 22)),
        ("ash_wednesday", date(2025, 3, 5), date(2025, 3, 5)),
        ("easter", date(2025, 4, 20), date(2025, 4, 20)),
        ("orthodox_easter", date(2024, 5, 5), date(2024, 5, 5)),
        ("advent", date(2025, 11, 30), date(2025, 11, 30)),
        ("advent", date(2023, 12, 3), date(2023, 12, 3)),
    ],
)
def test_a_day_falls_when_it_was_kept(name: str, first: date, last: date) -> None:
    assert list(BY_NAME[name].between(first, last)) == [(first, last)]


def test_a_long_time_is_found_from_its_middle() -> None:
    assert list(BY_NAME["chanukah"].between(date(2025, 12, 18), date(2025, 12, 18))) == [
        (date(2025, 12, 15), date(2025, 12, 22))
    ]


@pytest.mark.parametrize("day", FAITH_DAYS, ids=lambda day: day.name)
def test_every_day_comes_about_once_a_year(day: object) -> None:
    first = date(2026, 1, 1)
    found = list(day.between(first, first + timedelta(days=5 * 366)))  # type: ignore[attr-defined]
    assert 5 <= len(found) <= 6
