"""Who may have a calendar of their own: whoever signs in; its secret address opens for whoever has it."""

from typing import Any

from django.utils import timezone

from m4c.events.operations.calendar_feed import make_feed
from tests.access.personas import ANYBODY, EVERYBODY
from tests.access.table import form, page, press
from tests.cast import Cast


def address(cast: Cast) -> dict[str, Any]:
    """The member's."""
    return {"token": make_feed(at=timezone.now(), by=cast.member).token}


ROWS = {
    "own-calendar": form(EVERYBODY, sent={"make": "1"}),
    "stop-own-calendar": press(EVERYBODY),
    "own-calendar-feed": page(ANYBODY, given=address),
}
