"""Calendars, read back by two programs that we did not write."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from m4c.events.calendars.entries import Entry
from m4c.events.calendars.writing import write

CHANGED = datetime(2026, 1, 1, 12, tzinfo=UTC)
SUMMER, WINTER = datetime(2026, 7, 1, 18, 30, tzinfo=UTC), datetime(2026, 12, 1, 18, 30, tzinfo=UTC)


def entry(**more: Any) -> Entry:
    """An entry."""
    facts: dict[str, Any] = {"uid": "one", "title": "Soup", "starts": SUMMER, "changed_at": CHANGED}
    return Entry(**facts | more)


def read(*entries: Entry) -> tuple[Any, icalendar.Calendar]:
    """What the stricter and the newer of two libraries read."""
    written = write(entries, "Cardiff")
    strict = vobject.readOne(written.decode())
    strict.validate(raiseException=True)
    newer = icalendar.Calendar.from_ical(written)
    assert [each.errors for each in newer.walk() if each.errors] == []
    return strict, newer


@pytest.mark.parametrize(("starts", "hour", "offset"), [(SUMMER, 19, 1), (WINTER, 18, 0)])
def test_a_time_is_londons_in_summer_and_winter(starts: datetime, hour: int, offset: int):
    strict, newer = read(entry(starts=starts))
    began = strict.vevent.dtstart.value
    assert (began.hour, began.utcoffset(), began) == (hour, timedelta(hours=offset), starts)
    line = newer.events[0]
    assert (line["DTSTART"].params["TZID"], line.start) == ("Europe/London", starts)
    assert [zone["TZID"] for zone in newer.timezones] == ["Europe/London"]


def test_the_zone_in_the_file_says_what_the_law_says():
    _strict, newer = read(entry())
    zone = newer.timezones[0].to_tz(lookup_tzid=False)
    told = [
        datetime(2026, *day, tzinfo=zone).utcoffset() for day in ((3, 29, 0, 30), (3, 29, 3), (10, 25, 0), (10, 26))
    ]
    assert told == [timedelta(hours=hours) for hours in (0, 1, 1, 0)]


def test_one_called_off_and_changed_says_so():
    strict, newer = read(entry(is_cancelled=True, sequence=3))
    assert (strict.vevent.status.value, strict.vevent.sequence.value) == ("CANCELLED", "3")
    assert newer.events[0]["STATUS"] == "CANCELLED"


def test_a_day_is_a_day():
    strict, _newer = read(entry(starts=date(2026, 12, 1), is_private=True))
    assert (strict.vevent.dtstart.value, strict.vevent.dtend.value) == (date(2026, 12, 1), date(2026, 12, 2))
    assert strict.vevent.getChildValue("class") == "PRIVATE"


def test_words_of_any_kind_come_through_in_lines_that_are_short_enough():
    title, words = "Te a chân; \\ “ŵy”, and " + "long " * 40, "One\nTwo, three; \U0001f389"
    strict, newer = read(entry(title=title, words=words, place="Hall, CF10", url="https://example.org/e"))
    assert (newer.events[0]["SUMMARY"], newer.events[0]["DESCRIPTION"]) == (title, words)
    assert strict.vevent.location.value == "Hall, CF10"
    written = write([entry(title=title)], "x")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert written.count(b"\n") == written.count(b"\r\n")


def test_what_everybody_must_have_is_there():
    _strict, newer = read(entry(), entry(uid="two"))
    assert [line["UID"] for line in newer.events] == ["one", "two"]
    assert {"DTSTAMP", "DTSTART", "SEQUENCE", "STATUS"} <= set(newer.events[0])
    assert {"PRODID", "VERSION"} <= set(newer)


@pytest.mark.parametrize(("starts", "hour"), [(SUMMER, 20), (WINTER, 19)])
def test_one_held_online_is_in_the_readers_own_zone_beside_londons(starts: datetime, hour: int):
    strict, newer = read(entry(starts=starts, zone="Europe/Warsaw"), entry(uid="two", starts=starts))
    began = strict.vevent_list[0].dtstart.value
    assert (began.hour, began) == (hour, starts)
    told = [line["DTSTART"].params["TZID"] for line in newer.events]
    assert (told, [line.start for line in newer.events]) == (["Europe/Warsaw", "Europe/London"], [starts, starts])
    assert [zone["TZID"] for zone in newer.timezones] == ["Europe/London", "Europe/Warsaw"]
