"""What the door tells the other apps: its panel, what becomes of its rows, and what it holds on a person."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import Panel
from m4c.core.visibility import scopes_of
from m4c.events.door.hours import is_open, shuts_at
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import Arrival, Event, HostLink
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import Forgotten, goes, nameless
from m4c.people.models import Account


def door_of(account: Account, event: Event) -> dict[str, Any] | None:
    """The ways to run the door, for who may record attendance; nothing once it is shut or where it has a desk."""
    now = timezone.now()
    if event.is_called_off or shuts_at(event) <= now or not account.may(RECORD_ATTENDANCE, scopes_of(event)):
        return None
    may_open = is_open(event, now)
    return {"event": event, "is_open": may_open, "presses": may_open}


def made_for_them(forgotten: Forgotten) -> "QuerySet[HostLink]":
    """Links that were made for somebody of their name."""
    return HostLink.objects.filter(for_whom__in=forgotten.names)


def register() -> None:
    """Tell all of it."""
    EVENT_PANELS.add("door", Panel(_("At the door"), "events/door_panel.html", door_of, RECORD_ATTENDANCE, 5))
    goes(Arrival, "attendance__person", _("when you came in at a door"))
    nameless(HostLink, "for_whom", _("links to a door made for you"), COUNTED, rows=made_for_them, by_name=True)
    hold(
        "arrivals",
        _("When you came in"),
        Table(Arrival, of=("attendance__person",), only=("event", "arrived_at", "door")),
    )
