"""What else is near a day that somebody thinks of: bank holidays, days of faiths, and school holidays."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.events.models import SchoolHoliday
from m4c.events.planning.faith_days import FAITH_DAYS

NEAR = timedelta(days=3)
FIRST_YEAR, LAST_YEAR = 1990, 2070  # the tables of the Islamic calendar end in 2077
NATIONS = {
    "ENG": gettext_lazy("England and Wales"),
    "SCT": gettext_lazy("Scotland"),
    "NIR": gettext_lazy("Northern Ireland"),
}
# Of the Hindu, Sikh and Buddhist calendars: those days that the holidays library tells of under India, by its names.
OTHER_FAITHS = {
    "Maha Shivaratri": gettext_lazy("Maha Shivaratri"),
    "Holi": gettext_lazy("Holi"),
    "Vaisakhi": gettext_lazy("Vaisakhi"),
    "Buddha Purnima": gettext_lazy("Wesak"),
    "Diwali": gettext_lazy("Diwali"),
    "Guru Nanak's Birthday": gettext_lazy("Guru Nanak's birthday"),
}


@dataclass(frozen=True)
class NearDay:
    """Something that falls near a day, and on which days."""

    title: "str | Promise"
    first: date
    last: date
    detail: str = ""

    @property
    def is_one_day(self) -> bool:
        """Whether it lasts no longer."""
        return self.first == self.last


@dataclass(frozen=True)
class Near:
    """What is near a day, by kind; `knows_schools` is whether anybody has written down school holidays at all."""

    day: date
    bank: list[NearDay]
    faith: list[NearDay]
    school: list[NearDay]
    knows_schools: bool

    @property
    def all(self) -> list[NearDay]:
        """All of them in order."""
        return sorted([*self.bank, *self.faith, *self.school], key=lambda near: (near.first, near.last))


def days_near(day: date) -> Near | None:
    """What falls within three days of a day; None of a day for which calendars are not worked out."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    first, last = day - NEAR, day + NEAR
    school = [
        NearDay(holiday.name, holiday.first_on, holiday.last_on, _("schools in {area}").format(area=holiday.area))
        for holiday in SchoolHoliday.objects.between(first, last)
    ]
    bank = list(bank_holidays(first, last))
    free = {(near.first, str(near.title)) for near in bank}  # Good Friday is told once
    faith = [*faith_days(first, last), *days_of_other_faiths(first, last)]
    faith = sorted((near for near in faith if (near.first, str(near.title)) not in free), key=lambda near: near.first)
    return Near(day, bank, faith, school, bool(school) or SchoolHoliday.objects.exists())


def bank_holidays(first: date, last: date) -> Iterator[NearDay]:
    """Bank holidays between two days, with the nations that keep them unless all do."""
    kept_by: dict[tuple[date, str], list[str]] = defaultdict(list)
    for nation in NATIONS:
        for year in {first.year, last.year}:
            for day, name in bank_holidays_of(nation, year):
                if first <= day <= last:
                    kept_by[day, name].append(nation)
    for (day, name), nations in sorted(kept_by.items()):
        where = "" if len(nations) == len(NATIONS) else ", ".join(str(NATIONS[nation]) for nation in nations)
        yield NearDay(name, day, day, " · ".join(filter(None, [_("bank holiday"), where])))


def faith_days(first: date, last: date) -> Iterator[NearDay]:
    """Days of the Islamic, the Jewish and the Christian calendar that touch these days."""
    for faith_day in FAITH_DAYS:
        for begins, ends in faith_day.between(first, last):
            yield NearDay(faith_day.title, begins, ends, _("from the evening before") if faith_day.from_evening else "")


def days_of_other_faiths(first: date, last: date) -> Iterator[NearDay]:
    """Days of the Hindu, Sikh and Buddhist calendars between two days."""
    for year in sorted({first.year, last.year}):
        for day, name in days_told_of_india(year):
            if first <= day <= last and name in OTHER_FAITHS:
                yield NearDay(OTHER_FAITHS[name], day, day)


@lru_cache(maxsize=32)
def bank_holidays_of(nation: str, year: int) -> list[tuple[date, str]]:
    """A nation's bank holidays of a year; a weekend's own day goes where another is given for it."""
    from holidays import country_holidays  # a slow import, of use to one form

    told = country_holidays("GB", subdiv=nation, years=year).items()
    return [(day, name) for day, names in told for name in names.split("; ")]


@lru_cache(maxsize=8)
def days_told_of_india(year: int) -> list[tuple[date, str]]:
    """The days of faiths that the library tells of for a year."""
    from holidays import country_holidays  # a slow import, of use to one form

    told = country_holidays("IN", years=year, categories=("public", "government", "optional")).items()
    return [(day, name) for day, names in told for name in names.split("; ")]
