"""Which days are working days in England and Wales: a last day that the law gives rolls on to the next of them."""

from datetime import date, timedelta
from functools import cache

MONDAY, SATURDAY = 0, 5
# Proclaimed once (Banking and Financial Dealings Act 1971, section 1), as far as known on 22 November 2026.
PROCLAIMED = {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}
MOVED_AWAY = {date(2022, 5, 30)}  # the spring holiday of the year of a jubilee


def next_working_day(day: date) -> date:
    """The day itself where it is a working day, else the next that is."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """Whether it is neither at a weekend nor a bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England and Wales, by their rules, with the days given in place of a weekend."""
    easter = easter_sunday(year)
    found = {easter - timedelta(days=2), easter + timedelta(days=1)}
    found |= {first_monday(date(year, 5, 1)), first_monday(date(year, 5, 25)), first_monday(date(year, 8, 25))}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() >= SATURDAY or day in found:
            day += timedelta(days=1)
        found.add(day)
    return frozenset((found - MOVED_AWAY) | {day for day in PROCLAIMED if day.year == year})


def first_monday(day: date) -> date:
    """The first Monday from a day on: the last of May and of August is that from the 25th on."""
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def easter_sunday(year: int) -> date:
    """Easter by the Gregorian rule (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
