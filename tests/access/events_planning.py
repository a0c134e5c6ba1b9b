"""Who may plan the rest of an event: its parts and hosts, series, and school holidays."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from m4c.events.models import EventRole, Series, SeriesDay
from m4c.events.operations.part import add_part
from m4c.events.operations.school_holiday import NewHoliday, add_school_holidays
from m4c.events.operations.series import NewSeries, leave_out, start_series
from m4c.people.models import Person
from tests.access.personas import LEADERS, OWN_LEADERS, OWN_PEOPLE, those
from tests.access.records import DAY
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering

Words = Callable[[Cast], dict[str, Any]]


SEE = LEADERS | OWN_PEOPLE  # whoever may see a calendar


def event(visibility: str = "group") -> Words:
    """An event of Cardiff."""
    return lambda cast: {"uid": gathering(cast, visibility=visibility).uid}


def others_meeting(cast: Cast) -> dict[str, Any]:
    """Somebody else's meeting, at which Cardiff speaks."""
    return {"uid": gathering(cast, kind="others").uid}


def part(of: str | None = None) -> Words:
    """A part of an event of Cardiff that waits for somebody, or that a persona has."""

    def made(cast: Cast) -> dict[str, Any]:
        person: Person | None = cast.person(of) if of else None
        return {"uid": add_part(event=gathering(cast), part=EventRole.Part.NOTES, person=person, by=cast.operator).uid}

    return made


def weekly(cast: Cast) -> Series:
    """A series of Cardiff, every week."""
    new = NewSeries("social", "Coffee", "FREQ=WEEKLY;BYDAY=MO", first_on=TODAY, starts=time(10))
    return start_series(group=cast.cardiff, new=new, today=TODAY, by=cast.operator)


def series(cast: Cast) -> dict[str, Any]:
    """The same."""
    return {"uid": weekly(cast).uid}


def a_day(cast: Cast) -> dict[str, Any]:
    """Its first day."""
    return series(cast) | {"day": str(TODAY)}


def left_out(cast: Cast) -> dict[str, Any]:
    """Its first day, left out."""
    started = weekly(cast)
    leave_out(series=started, day=TODAY, at=NOW, by=cast.operator)
    return {"uid": started.uid, "day": str(TODAY)}


def proposed(cast: Cast) -> dict[str, Any]:
    """A day of a faith's calendar that waits to be confirmed."""
    new = NewSeries("social", "Iftaar", "ramadan", first_on=TODAY, starts=time(18), calendar="islamic")
    started = start_series(group=cast.cardiff, new=new, today=TODAY, by=cast.operator)
    return {"uid": started.uid, "day": str(SeriesDay.objects.get(series=started).day)}


def holiday(cast: Cast) -> dict[str, Any]:
    """A school holiday."""
    new = NewHoliday("Cardiff", "half-term", date(2026, 10, 26), date(2026, 10, 30), "the council")
    return {"uid": add_school_holidays(holidays=[new], by=cast.operator)[0].uid}


HERE: dict[str, Any] = {"area": LEADERS}
BACK = {"title": "Coffee", "kind": "social", "group": "cardiff", "comes_back": "weekly", "first_on": DAY}
HOURS = {"starts": "10:00", "visibility": "group"}
KEEPERS = those("organiser", "organiser_elsewhere", "national_organiser", "coalition_organiser", "admin")
SCHOOL = {"area": "Cardiff", "name": "half-term", "first_on": DAY, "last_on": DAY, "source": "the council"}

ROWS = {
    "another-day": form(OWN_LEADERS, sent={"day": "2026-12-04"}, given=event(), **HERE),
    "whose-meeting": form(OWN_LEADERS, sent={"body": "Demos"}, given=others_meeting, **HERE),
    "add-part": form(OWN_LEADERS, sent={"part": "notes"}, given=event(), **HERE),
    "add-part: open to everybody": form(LEADERS, sent={"part": "notes"}, given=event("public"), writes=OWN_LEADERS),
    "give-part": form(
        OWN_LEADERS,
        sent=lambda cast: {"person": "Bethan Griffiths", "person-chosen": str(cast.person("leader").uid)},
        given=part(),
        **HERE,
    ),
    "take-part": press(OWN_PEOPLE, area=SEE, given=part()),
    "hand-part-back": press(OWN_PEOPLE, area=SEE, writes=those("member"), given=part("member")),
    "strike-part": press(OWN_LEADERS, given=part(), **HERE),
    "all-series": page(SEE),
    "start-series": form(LEADERS, writes=OWN_LEADERS, sent=BACK | HOURS),
    "series": page(OWN_PEOPLE, area=SEE, given=series),
    "change-series": form(OWN_LEADERS, sent={"title": "Tea"} | HOURS, given=series, **HERE),
    "leave-day-out": form(OWN_LEADERS, sent={"why": "Snow"}, given=a_day, **HERE),
    "take-day-in": press(OWN_LEADERS, given=left_out, **HERE),
    "confirm-day": form(
        OWN_LEADERS, sent=lambda cast: {"on": str(SeriesDay.objects.latest("pk").day)}, given=proposed, **HERE
    ),
    "end-series": form(OWN_LEADERS, sent={"on": DAY}, given=series, **HERE),
    "school-holidays": form(KEEPERS, writes=those("national_organiser admin"), sent=SCHOOL),
    "remove-school-holiday": press(KEEPERS, writes=those("national_organiser admin"), given=holiday),
}
