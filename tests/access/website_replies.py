"""Who may reply to a public event, and change that by a link: everybody, signed in or not."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.replier import Replier
from m4c.events.operations.reply import Coming, reply_to_event
from m4c.people.models.account import website
from tests.access.personas import ANYBODY, NOBODY
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import gathering


def ahead(cast: Cast, visibility: str = Event.Visibility.PUBLIC) -> Event:
    """An event next week."""
    return gathering(cast, starts_at=timezone.now() + timedelta(days=7), visibility=visibility)


def open_event(cast: Cast) -> dict[str, Any]:
    """One that is open to everybody."""
    return {"uid": ahead(cast).uid}


def closed_event(cast: Cast) -> dict[str, Any]:
    """One of the group alone."""
    return {"uid": ahead(cast, Event.Visibility.GROUP).uid}


def link(cast: Cast) -> dict[str, Any]:
    """Somebody who replied."""
    replier = Replier("Nest", "Abara", email="nest.abara@example.org")
    replied = reply_to_event(
        event=ahead(cast), replier=replier, coming=Coming(), notice=1, at=timezone.now(), by=website()
    )
    return {"token": replied.token}


CLOSED: dict[str, Any] = {"area": ANYBODY, "given": closed_event}
ROWS = {
    "public-reply": form(ANYBODY, given=open_event),  # without the form's stamp it is thrown away, and answered alike
    "public-reply: of the group": form(NOBODY, **CLOSED),
    "replied": page(ANYBODY, given=open_event),
    "replied: of the group": page(NOBODY, **CLOSED),
    "reply-waits": page(ANYBODY, given=open_event),
    "reply-waits: of the group": page(NOBODY, **CLOSED),
    "reply": form(ANYBODY, given=link, sent={"guests": "2"}),
    "cancel-reply": press(ANYBODY, given=link),
}
