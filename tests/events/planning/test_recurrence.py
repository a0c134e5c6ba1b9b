"""Rules by which events come back: made from plain answers, unrolled, and told."""

from datetime import date, timedelta

import pytest

from m4c.events.planning.recurrence import HowOften, days_of, in_words, rule_of

SECOND_TUESDAY, FIFTH_FRIDAY = date(2026, 11, 10), date(2026, 10, 30)


@pytest.mark.parametrize(
    ("how_often", "first_on", "rule", "words"),
    [
        (HowOften.WEEKLY, SECOND_TUESDAY, "FREQ=WEEKLY;BYDAY=TU", "every Tuesday"),
        (HowOften.FORTNIGHTLY, SECOND_TUESDAY, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every second Tuesday"),
        (HowOften.MONTHLY, SECOND_TUESDAY, "FREQ=MONTHLY;BYDAY=2TU", "on the second Tuesday of the month"),
        (HowOften.MONTHLY, FIFTH_FRIDAY, "FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of the month"),
    ],
)
def test_a_rule_follows_from_the_first_day_and_is_told(how_often: str, first_on: date, rule: str, words: str) -> None:
    assert (rule_of(how_often, first_on), in_words(rule)) == (rule, words)


def test_a_fortnight_counts_from_the_first_day_not_from_today() -> None:
    days = days_of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", SECOND_TUESDAY, date(2026, 11, 22), date(2026, 12, 31))
    assert list(days) == [SECOND_TUESDAY + timedelta(weeks=2 * number) for number in (1, 2, 3)]


def test_no_day_is_before_the_first() -> None:
    days = days_of("FREQ=MONTHLY;BYDAY=2TU", SECOND_TUESDAY, date(2026, 1, 1), date(2026, 12, 31))
    assert list(days) == [SECOND_TUESDAY, date(2026, 12, 8)]
