"""The time zone that somebody reads by: which there are, and a moment by their clock where it is not the movement's."""

from collections import defaultdict
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.people.models import Account, Person

PARTS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def zones_by_part() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The zones of the world to choose from, by part of it: each with the town after which it is called.

    The movement's own is not among them: it is what holds where nothing is chosen.
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(available_timezones() - {settings.TIME_ZONE}):
        part, _slash, town = name.partition("/")
        if part in PARTS and town:
            found[part].append((name, town_of(name)))
    return tuple((part, tuple(found[part])) for part in PARTS)


def is_zone(name: str) -> bool:
    """Whether it is one to choose."""
    return any(name == zone for _part, zones in zones_by_part() for zone, _town in zones)


def town_of(name: str) -> str:
    """The town that a zone is called after: "Warsaw" for Europe/Warsaw."""
    return name.partition("/")[2].replace("_", " ").replace("/", ", ")


def by_own_clock(account: Account, moment: datetime) -> str:
    """A moment by the clock that somebody chose, with the day where it is another; blank where both clocks agree."""
    return in_zone(account.time_zone, moment)


def zone_of(person: Person) -> str:
    """The zone that somebody chose on their account; blank for none. One statement."""
    return Account.objects.filter(person=person).values_list("time_zone", flat=True).first() or ""


def in_zone(zone: str, moment: datetime) -> str:
    """The same, by the clock of a zone; blank for none."""
    if not zone:
        return ""
    here, there = timezone.localtime(moment), timezone.localtime(moment, ZoneInfo(zone))
    if here.utcoffset() == there.utcoffset():
        return ""
    hour = date_format(there, "H:i" if here.date() == there.date() else "l j F, H:i")
    return _("{hour} in {town}").format(hour=hour, town=town_of(zone))
