"""Who may word an event's letters, let them go, and tell those coming of a change."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.event import edit_event
from m4c.events.operations.event_letter import approve_letter
from tests.access.events_door import CLOSED
from tests.access.personas import LEADERS, NOBODY, OWN_LEADERS
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import gathering


def ahead(cast: Cast) -> Event:
    """An event of Cardiff in a week."""
    return gathering(cast, starts_at=timezone.now() + timedelta(days=7))


def event(cast: Cast) -> dict[str, Any]:
    """The same, for an address."""
    return {"uid": ahead(cast).uid}


def changed(cast: Cast) -> dict[str, Any]:
    """One whose place changed."""
    return {"uid": edit_event(event=ahead(cast), values={"place": "Library"}, by=cast.organiser).uid}


def thanks(cast: Cast) -> dict[str, Any]:
    """A kind of its letters."""
    return event(cast) | {"kind": "thanks"}


def let_go(cast: Cast) -> dict[str, Any]:
    """One that goes by the clock."""
    found = ahead(cast)
    approve_letter(event=found, kind="thanks", at=timezone.now(), by=cast.organiser)
    return {"uid": found.uid, "kind": "thanks"}


ROWS: dict[str, Row] = {
    "event-letters": page(OWN_LEADERS, area=LEADERS, given=event),
    "tell-of-change": press(OWN_LEADERS, area=LEADERS, given=changed),
    "event-letter": form(OWN_LEADERS, area=LEADERS, given=thanks, sent={"words": "Thank you."}),
    "let-letter-go": press(OWN_LEADERS, area=LEADERS, given=thanks),
    "hold-letter": press(OWN_LEADERS, area=LEADERS, given=let_go),
    "host-letters": form(NOBODY, **CLOSED),
}
