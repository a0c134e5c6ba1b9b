"""Who may stand at a door: whoever records who came there, and the one phone that a host's link was opened on."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.core.models.record import new_uid
from m4c.events.door.codes import code_of
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.host_link import make_host_link
from tests.access.personas import ANYBODY, LEADERS, NOBODY, OWN_LEADERS
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import gathering, somebody

Words = Callable[[Cast], dict[str, Any]]


def event(cast: Cast) -> Event:
    """An event of Cardiff that begins now, with somebody on its list."""
    found = gathering(cast, starts_at=timezone.now(), ends_at=timezone.now() + timedelta(hours=2))
    record_attendance(event=found, person=somebody(cast), state="yes", by=cast.operator)
    return found


def at_event(cast: Cast) -> dict[str, Any]:
    """That event."""
    return {"uid": event(cast).uid}


def at_entry(cast: Cast) -> dict[str, Any]:
    """Whoever is on its list."""
    return {"uid": event(cast).uid, "place": place().uid}


def kept_safe(cast: Cast) -> dict[str, Any]:
    """Somebody kept safe who is down for it."""
    found = event(cast)
    row = record_attendance(event=found, person=cast.person("protected_member"), state="yes", by=cast.operator)
    return {"uid": found.uid, "place": row.uid}


def place() -> Attendance:
    """The place on the list that was written last."""
    return Attendance.objects.latest("pk")


def a_tap(cast: Cast) -> dict[str, Any]:
    """A tap on whoever is on the list."""
    return {"uid": new_uid(), "attendance": place().uid}


def link(cast: Cast) -> dict[str, Any]:
    """A host's link, by its own uid: its phone is somebody else's."""
    return {"uid": make_host_link(event=event(cast), for_whom="Ada", at=timezone.now(), by=cast.leader).link.uid}


def token(cast: Cast) -> dict[str, Any]:
    """A host's link by its secret."""
    return {"token": make_host_link(event=event(cast), for_whom="Ada", at=timezone.now(), by=cast.leader).token}


def code(cast: Cast) -> dict[str, Any]:
    """The code of whoever is on the list."""
    event(cast)
    return {"signed": code_of(place()).rstrip("/").rpartition("/")[2]}


def link_entry(cast: Cast) -> dict[str, Any]:
    """Whoever is on the list, below a link."""
    return link(cast) | {"place": place().uid}


def walks_in(cast: Cast) -> dict[str, Any]:
    """Somebody who is not on the list."""
    return {"uid": new_uid(), "attendance": new_uid(), "name": "Mair Pugh"}


def file(cast: Cast) -> dict[str, Any]:
    """A sheet that nobody asked for."""
    return at_event(cast) | {"file": new_uid()}


HERE: dict[str, Any] = {"area": LEADERS, "given": at_event}
CLOSED: dict[str, Any] = {"area": ANYBODY, "given": link}  # to every phone but its own

ROWS: dict[str, Row] = {
    "door": page(OWN_LEADERS, **HERE),
    "door-tap": press(OWN_LEADERS, sent=a_tap, **HERE),
    "door-back": press(OWN_LEADERS, sent=a_tap, **HERE),
    "door-walk-in": form(OWN_LEADERS, sent=walks_in, **HERE),
    "door-entry": page(OWN_LEADERS, area=LEADERS, given=at_entry),
    "door-entry: kept safe": page(NOBODY, area=LEADERS, given=kept_safe),
    "door-show-code": page(OWN_LEADERS, area=LEADERS, given=at_entry),
    "door-list": page(OWN_LEADERS, **HERE),
    "door-total": page(OWN_LEADERS, **HERE),
    "door-arrivals": press(OWN_LEADERS, writes=NOBODY, **HERE),
    "door-worker": page(OWN_LEADERS, **HERE),
    "host-links": form(OWN_LEADERS, sent={"for_whom": "Ada"}, **HERE),
    "revoke-host-link": press(OWN_LEADERS, area=LEADERS, given=link),
    "sign-in-sheet": form(OWN_LEADERS, writes=NOBODY, sent={"codes": "on"}, **HERE),
    "sign-in-sheet-made": page(OWN_LEADERS, area=LEADERS, given=file),
    "sign-in-sheet-pdf": page(NOBODY, area=LEADERS, given=file),
    "host-link": form(ANYBODY, given=token, sent={"open": "1"}),
    "door-code": page(ANYBODY, given=code),
    "host-door": page(NOBODY, **CLOSED),
    "host-door-tap": press(NOBODY, **CLOSED),
    "host-door-back": press(NOBODY, **CLOSED),
    "host-door-walk-in": form(NOBODY, **CLOSED),
    "host-door-entry": page(NOBODY, area=ANYBODY, given=link_entry),
    "host-door-list": page(NOBODY, **CLOSED),
    "host-door-total": page(NOBODY, **CLOSED),
    "host-door-arrivals": press(NOBODY, **CLOSED),
    "host-door-worker": page(NOBODY, **CLOSED),
}
