"""`m4c export events`: as a calendar, a sheet and resources, with no names of people."""

import csv
import io
import json

import icalendar
import pytest
from click.testing import CliRunner

from m4c.cli.export import export
from m4c.core.errors import Refused
from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event
from tests.cast import Cast
from tests.factories import NOW, gathering

PUBLIC = Event.Visibility.PUBLIC.value


def run(*words: str) -> str:
    """What the command prints."""
    return CliRunner().invoke(export, ["events", *words], catch_exceptions=False).stdout


@pytest.fixture
def soup(cast: Cast) -> Event:
    """A public event of Cardiff that somebody comes to, beside one of Norwich's own."""
    event = gathering(cast, title="=Soup", visibility=PUBLIC, place="Jubilee Hall", postcode="CF10 1EP")
    record_attendance(event=event, person=cast.person("member"), state="yes", by=cast.operator)
    gathering(cast, cast.norwich, days=9, title="Songs", place="14 Glebe Street", at_home=True)
    return event


def test_as_a_calendar(soup: Event):
    told = icalendar.Calendar.from_ical(run("--format", "ics"))
    assert [str(line["SUMMARY"]) for line in told.events] == ["=Soup", "Songs"]
    assert str(told.events[0]["UID"]) == str(soup.uid)


def test_as_a_sheet(soup: Event):
    rows = list(csv.DictReader(io.StringIO(run("--format", "csv").removeprefix("\ufeff"))))
    first = rows[0]
    assert (first["uuid"], first["title"], first["total_accepted"]) == (str(soup.uid), "'=Soup", "1")
    assert (rows[0]["start_date"], rows[0]["timezone_identifier"], rows[1]["venue"]) == (
        "2026-10-05T18:30:00Z",
        "Europe/London",
        "14 Glebe Street",
    )


def test_as_resources(cast: Cast, soup: Event):
    call_off_event(event=soup, at=NOW, by=cast.organiser)
    told = json.loads(run("--format", "json", "--group", "Cardiff"))
    assert [(each["title"], each["status"], each["end_date"], each["capacity"]) for each in told] == [
        ("=Soup", "cancelled", None, None)
    ]
    assert told[0]["location"]["postal_code"] == "CF10 1EP"


def test_by_day_and_for_everybody(soup: Event):
    assert [each["title"] for each in json.loads(run("--format", "json", "--from", "2026-10-10"))] == ["Songs"]
    assert [each["title"] for each in json.loads(run("--format", "json", "--to", "2026-10-05"))] == ["=Soup"]
    assert [each["title"] for each in json.loads(run("--format", "json", "--public"))] == ["=Soup"]


def test_an_unknown_group_is_a_sentence(cast: Cast):
    with pytest.raises(Refused, match="no group called"):
        run("--format", "ics", "--group", "Nowhere")
