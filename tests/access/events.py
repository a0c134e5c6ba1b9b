"""Who may open events, and record who came."""

from collections.abc import Callable
from typing import Any

from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event
from tests.access import (
    events_afterwards,
    events_calendar,
    events_door,
    events_letters,
    events_meeting,
    events_planning,
    events_replies,
    events_turnout,
)
from tests.access.personas import DATA, LEADERS, NOBODY, OWN_LEADERS, OWN_ORGANISERS, OWN_PEOPLE, those
from tests.access.records import DAY, SOMEBODY_NEW
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import NOW, gathering

Words = Callable[[Cast], dict[str, Any]]


def event(visibility: str = "group") -> Words:
    """An event of Cardiff."""
    return lambda cast: {"uid": gathering(cast, visibility=visibility).uid}


def by_invitation(cast: Cast) -> dict[str, Any]:
    """An event for those invited, where the leader from elsewhere is down for a place."""
    event = gathering(cast, visibility=Event.Visibility.INVITED)
    record_attendance(event=event, person=cast.person("leader_elsewhere"), state="yes", by=cast.operator)
    return {"uid": event.uid}


def called_off(cast: Cast) -> dict[str, Any]:
    """An event of Cardiff that was called off, open to everybody."""
    event = gathering(cast, visibility=Event.Visibility.PUBLIC)
    return {"uid": call_off_event(event=event, at=NOW, by=cast.organiser).uid}


def attendance(of: str, brought_by: str) -> Words:
    """Somebody at an event of Cardiff, brought by somebody."""

    def recorded(cast: Cast) -> dict[str, Any]:
        person, brought = cast.person(of), cast.person(brought_by)
        came = record_attendance(event=gathering(cast), person=person, brought_by=brought, by=cast.operator)
        return {"uid": came.uid}

    return recorded


SEE = LEADERS | OWN_PEOPLE  # whoever may see a calendar; neither the safeguarding lead nor an admin needs to
HELD = {"title": "Street lights", "day": DAY, "starts": "19:00", "visibility": "group"}
COUNT = {"number": "40", "how": "counted"}
HERE: dict[str, Any] = {"area": LEADERS, "given": event()}
# Everybody sees it, and Cardiff's own alone may touch it.
OPEN: dict[str, Any] = {"writes": OWN_LEADERS, "given": event("public")}
CAME = SOMEBODY_NEW | {"state": "came"}

ROWS = {
    "events": page(SEE),
    "plan-event": form(LEADERS, writes=OWN_LEADERS, sent=HELD | {"kind": "social", "group": "cardiff"}),
    "event": page(OWN_PEOPLE, area=SEE, given=event()),
    "event: open to everybody": page(SEE, given=event("public")),
    "event: by invitation": page(OWN_LEADERS | DATA | those("leader_elsewhere"), area=SEE, given=by_invitation),
    "which-event": page(LEADERS),
    "edit-event": form(OWN_LEADERS, sent=HELD, **HERE),
    "edit-event: open to everybody": form(LEADERS, sent=HELD, **OPEN),
    "call-off-event": form(OWN_LEADERS, sent={"why": ""}, **HERE),
    "call-off-event: open to everybody": form(LEADERS, sent={"why": ""}, **OPEN),
    "put-event-back": press(LEADERS, writes=OWN_LEADERS, given=called_off),
    "attendance": form(OWN_LEADERS, sent=CAME, **HERE),
    "attendance: open to everybody": form(LEADERS, sent=CAME, **OPEN),
    "head-count": form(OWN_LEADERS, sent=COUNT, **HERE),
    "head-count: open to everybody": form(LEADERS, sent=COUNT, **OPEN),
    "remove-attendance": press(OWN_ORGANISERS, area=LEADERS, given=attendance("member", "organiser")),
    "remove-attendance: of whom a leader brought": press(
        OWN_ORGANISERS | those("leader_elsewhere"),
        area=LEADERS,
        writes=OWN_ORGANISERS,
        given=attendance("member", "leader_elsewhere"),
    ),
    "remove-attendance: kept safe": press(NOBODY, area=LEADERS, given=attendance("protected_member", "organiser")),
    **events_afterwards.ROWS,
    **events_calendar.ROWS,
    **events_replies.ROWS,
    **events_meeting.ROWS,
    **events_door.ROWS,
    **events_letters.ROWS,
    **events_planning.ROWS,
    **events_turnout.ROWS,
}
