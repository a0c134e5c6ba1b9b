"""Writes calendars as RFC 5545 has them: times in London's own zone, or the reader's, with its rules; days as days."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from icalendar import Calendar, Component, Timezone
from icalendar import Event as Line

from m4c.events.calendars.entries import Entry

PRODUCT = "-//Movement for Change//m4c//EN"
CONTENT_TYPE = "text/calendar; charset=utf-8"
REFRESH = timedelta(hours=6)
LONDON = "Europe/London"
# Summer time as it has been since 1996, and as the law has it from now on. What libraries work out lists every change
# since 1970 instead, in 60 lines of every file.
ZONE = f"""BEGIN:VTIMEZONE
TZID:{LONDON}
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
A_YEAR = timedelta(days=366)
LASTS = timedelta(hours=2)  # where nobody said until when


def write(entries: Iterable[Entry], name: str) -> bytes:
    """A calendar of these entries, in its one form: lines of 75 octets that end as mail's do."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", LONDON)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add_component(Timezone.from_ical(ZONE))
    listed = list(entries)
    for zone in sorted({entry.zone for entry in listed} - {"", LONDON}):
        days = sorted(day_of(entry.starts) for entry in listed if entry.zone == zone)
        calendar.add_component(Timezone.from_tzid(zone, first_date=days[0] - A_YEAR, last_date=days[-1] + A_YEAR))
    for entry in listed:
        calendar.add_component(component(entry))
    return bytes(calendar.to_ical())


def component(entry: Entry) -> Component:
    """One entry."""
    made = Line()
    made.add("uid", entry.uid)
    made.add("dtstamp", utc(entry.changed_at))
    made.add("last-modified", utc(entry.changed_at))
    made.add("sequence", entry.sequence)
    made.add("dtstart", local(entry.starts, entry.zone))
    made.add("dtend", local(entry.ends or end_of(entry.starts), entry.zone))
    made.add("summary", entry.title)
    made.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT" if entry.is_cancelled or is_day(entry.starts) else "OPAQUE")
    if entry.is_private:
        made.add("class", "PRIVATE")
    for name, words in (("location", entry.place), ("description", entry.words), ("url", entry.url)):
        if words:
            made.add(name, words)
    return made


def is_day(moment: datetime | date) -> bool:
    """Whether it is a whole day."""
    return not isinstance(moment, datetime)


def local(moment: datetime | date, zone: str = "") -> datetime | date:
    """A time in this zone, or else the movement's own, to the second; a day as it is."""
    if not isinstance(moment, datetime):
        return moment
    return timezone.localtime(moment, ZoneInfo(zone or LONDON)).replace(microsecond=0)


def day_of(moment: datetime | date) -> date:
    """The day, as UTC has it."""
    return utc(moment).date() if isinstance(moment, datetime) else moment


def utc(moment: datetime) -> datetime:
    """A time in UTC, to the second."""
    return moment.astimezone(UTC).replace(microsecond=0)


def end_of(starts: datetime | date) -> datetime | date:
    """The end of what nobody gave one: some hours on, or the next day."""
    return starts + (LASTS if isinstance(starts, datetime) else timedelta(days=1))
