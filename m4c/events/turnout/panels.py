"""What turnout adds to an event's page: one's own word, and the way to the call sheet."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import Panel
from m4c.core.visibility import scopes_of
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import Attendance, Event, TurnoutPledge
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.models import Account

State = Attendance.State


def turnout_at(account: Account, event: Event) -> dict[str, Any] | None:
    """One's pledge and how many of one's list are still to be asked; None where one asks nobody to such events."""
    if event.is_called_off or not account.may(ASK_TO_EVENTS, scopes_of(event)):
        return None
    pledges = TurnoutPledge.objects.visible_to(account).standing().filter(event=event, person=account.person_id)
    to_ask = Attendance.objects.visible_to(account).filter(
        Q(asked_by=account.person_id), event=event, state=State.LISTED
    )
    is_ahead = event.starts_at > timezone.now()
    return {
        "event": event,
        "pledge": pledges.first() if account.person_id else None,
        "left": to_ask.count() if account.person_id else 0,
        "is_ahead": is_ahead,
        "presses": is_ahead,
    }


def register() -> None:
    """Put the panel on its page."""
    EVENT_PANELS.add("events.turnout", Panel(_("Turnout"), "events/turnout_panel.html", turnout_at, ASK_TO_EVENTS, 12))
