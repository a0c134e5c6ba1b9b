"""Days of faith calendars: computed, and never sure. A moon that is sighted may move one, so people confirm them.

The Islamic calendar follows the tables of Umm al-Qura, the Jewish one its fixed reckoning, the Christian one the
Western and the Orthodox Easter.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from hijridate import Gregorian, Hijri
from pyluach.dates import HebrewDate
from pyluach.hebrewcal import Year

from m4c.events.models import Series

ISLAMIC, JEWISH, CHRISTIAN = Series.Calendar.ISLAMIC, Series.Calendar.JEWISH, Series.Calendar.CHRISTIAN


@dataclass(frozen=True)
class FaithDay:
    """A day that comes back by a faith's calendar, and how many days it lasts.

    `first_of(year)` gives its first day in a year of its own calendar. `from_evening`: it begins at nightfall before.
    """

    name: str
    title: "str | Promise"
    calendar: str
    first_of: Callable[[int], date]
    length: int = 1
    from_evening: bool = False

    def between(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """Its first and last days, of each time that it touches these days."""
        for year in years_of(self.calendar, first - timedelta(days=self.length), last):
            begins = self.first_of(year)
            ends = begins + timedelta(days=self.length - 1)
            if begins <= last and ends >= first:
                yield begins, ends


def years_of(calendar: str, first: date, last: date) -> range:
    """The years of a calendar that touch these days."""
    if calendar == ISLAMIC:
        return range(Gregorian.fromdate(first).to_hijri().year, Gregorian.fromdate(last).to_hijri().year + 1)
    if calendar == JEWISH:
        return range(HebrewDate.from_pydate(first).year, HebrewDate.from_pydate(last).year + 1)
    return range(first.year, last.year + 1)


def islamic(month: int, day: int) -> Callable[[int], date]:
    """By month and day of the Islamic year."""
    return lambda year: Hijri(year, month, day).to_gregorian()


def jewish(month: int, day: int) -> Callable[[int], date]:
    """By month and day of the Jewish year, Nisan being the first month."""
    return lambda year: HebrewDate(year, month, day).to_pydate()


def purim(year: int) -> date:
    """The 14th of Adar, of the second one in a year that has two."""
    return jewish(13 if Year(year).leap else 12, 14)(year)


def from_easter(days: int) -> Callable[[int], date]:
    """So many days after the Western Easter."""
    return lambda year: easter(year) + timedelta(days=days)


def orthodox_easter(year: int) -> date:
    """The Orthodox Easter, on our own calendar."""
    return easter(year, EASTER_ORTHODOX)


def advent(year: int) -> date:
    """The fourth Sunday before Christmas."""
    eve = date(year, 12, 24)
    return eve - timedelta(days=(eve.weekday() + 1) % 7 + 21)


FAITH_DAYS = [
    FaithDay("islamic_new_year", _("Islamic New Year"), ISLAMIC, islamic(1, 1), from_evening=True),
    FaithDay("ashura", _("Ashura"), ISLAMIC, islamic(1, 10), from_evening=True),
    FaithDay("mawlid", _("Mawlid, the Prophet's birthday"), ISLAMIC, islamic(3, 12), from_evening=True),
    FaithDay("ramadan", _("Ramadan"), ISLAMIC, islamic(9, 1), 29, from_evening=True),
    FaithDay("eid_al_fitr", _("Eid al-Fitr"), ISLAMIC, islamic(10, 1), from_evening=True),
    FaithDay("eid_al_adha", _("Eid al-Adha"), ISLAMIC, islamic(12, 10), from_evening=True),
    FaithDay("rosh_hashanah", _("Rosh Hashanah"), JEWISH, jewish(7, 1), 2, from_evening=True),
    FaithDay("yom_kippur", _("Yom Kippur"), JEWISH, jewish(7, 10), from_evening=True),
    FaithDay("sukkot", _("Sukkot"), JEWISH, jewish(7, 15), 9, from_evening=True),
    FaithDay("chanukah", _("Chanukah"), JEWISH, jewish(9, 25), 8, from_evening=True),
    FaithDay("purim", _("Purim"), JEWISH, purim, from_evening=True),
    FaithDay("passover", _("Passover"), JEWISH, jewish(1, 15), 8, from_evening=True),
    FaithDay("shavuot", _("Shavuot"), JEWISH, jewish(3, 6), 2, from_evening=True),
    FaithDay("ash_wednesday", _("Ash Wednesday"), CHRISTIAN, from_easter(-46)),
    FaithDay("palm_sunday", _("Palm Sunday"), CHRISTIAN, from_easter(-7)),
    FaithDay("good_friday", _("Good Friday"), CHRISTIAN, from_easter(-2)),
    FaithDay("easter", _("Easter"), CHRISTIAN, from_easter(0)),
    FaithDay("pentecost", _("Pentecost"), CHRISTIAN, from_easter(49)),
    FaithDay("advent", _("the first Sunday of Advent"), CHRISTIAN, advent),
    FaithDay("christmas", _("Christmas Day"), CHRISTIAN, lambda year: date(year, 12, 25)),
    FaithDay("orthodox_easter", _("Orthodox Easter"), CHRISTIAN, orthodox_easter),
]
BY_NAME = {day.name: day for day in FAITH_DAYS}
