"""What is near a day: bank holidays by nation, days of faiths, and the school holidays that somebody wrote down."""

from datetime import date

from m4c.events.operations.school_holiday import NewHoliday, add_school_holidays
from m4c.events.planning.days_near import bank_holidays, days_near
from tests.cast import Cast


def told(day: date) -> list[tuple[str, str]]:
    near = days_near(day)
    assert near is not None
    return [(str(one.title), one.detail) for one in near.all]


def test_a_bank_holiday_names_its_nations_unless_all_keep_it() -> None:
    found = {str(near.title): near.detail for near in bank_holidays(date(2027, 3, 26), date(2027, 3, 29))}
    assert found == {
        "Good Friday": "bank holiday",
        "Easter Monday": "bank holiday · England and Wales, Northern Ireland",
    }
    assert [near.detail for near in bank_holidays(date(2027, 11, 30), date(2027, 11, 30))] == [
        "bank holiday · Scotland"
    ]
    assert [near.detail for near in bank_holidays(date(2027, 7, 12), date(2027, 7, 12))] == [
        "bank holiday · Northern Ireland"
    ]


def test_days_of_faiths_stand_beside_a_day(cast: Cast) -> None:
    assert told(date(2027, 2, 8)) == [("Ramadan", "from the evening before"), ("Ash Wednesday", "")]
    assert told(date(2026, 11, 8)) == [("Diwali", "")]


def test_what_is_a_bank_holiday_and_a_day_of_a_faith_is_told_once(cast: Cast) -> None:
    assert [title for title, _detail in told(date(2026, 12, 25))].count("Christmas Day") == 1


def test_an_empty_table_of_school_holidays_says_so(cast: Cast) -> None:
    near = days_near(date(2026, 10, 28))
    assert near is not None
    assert (near.school, near.knows_schools) == ([], False)


def test_a_school_holiday_stands_beside_its_days(cast: Cast) -> None:
    new = NewHoliday("Cardiff", "Half-term", date(2026, 10, 26), date(2026, 10, 30), "the council")
    add_school_holidays(holidays=[new], by=cast.operator)
    assert ("Half-term", "schools in Cardiff") in told(date(2026, 10, 23))
    near = days_near(date(2026, 9, 1))
    assert near is not None
    assert (near.school, near.knows_schools) == ([], True)


def test_a_day_beyond_the_calendars_has_nothing_near() -> None:
    assert (days_near(date(1, 1, 1)), days_near(date(2200, 1, 1))) == (None, None)
