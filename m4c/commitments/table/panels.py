"""What tables and stages add to an event's page: the way to its negotiation or its run of show, or to setting it up."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Assembly, Negotiation
from m4c.commitments.permissions import NEGOTIATE, SEE_COMMITMENTS
from m4c.core.panels import Panel
from m4c.core.visibility import Rows, scopes_of
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import Event
from m4c.people.models import Account

PLACE = 6


def negotiation_of(account: Account, event: Event) -> dict[str, Any] | None:
    """The negotiation of an event that one sees. One statement."""
    found = Negotiation.objects.visible_to(account).filter(event=event).first()
    return {"negotiation": found, "event": event, "presses": False} if found else None


def no_negotiation(account: Account, event: Event) -> dict[str, Any] | None:
    """The way to set one up."""
    return to_set_up(account, event, Event.Kind.NEGOTIATION)


def assembly_of(account: Account, event: Event) -> dict[str, Any] | None:
    """The assembly of an event that one sees. One statement."""
    found = Assembly.objects.visible_to(account).filter(event=event).first()
    return {"assembly": found, "event": event, "presses": False} if found else None


def no_assembly(account: Account, event: Event) -> dict[str, Any] | None:
    """The way to plan one."""
    return to_set_up(account, event, Event.Kind.ASSEMBLY)


def to_set_up(account: Account, event: Event, kind: str) -> dict[str, Any] | None:
    """An event of this kind without its table, for who may set it up."""
    may = event.kind == kind and not event.is_called_off and account.may(NEGOTIATE, scopes_of(event))
    return {"event": event, "presses": False} if may else None


def register() -> None:
    """Put them on the page."""
    EVENT_PANELS.add(
        "commitments.negotiation",
        Panel(
            _("At the table"),
            "commitments/event_negotiation_panel.html",
            negotiation_of,
            SEE_COMMITMENTS,
            PLACE,
            rows=lambda event: Rows(Negotiation, Q(event=event)),
            bare=no_negotiation,
        ),
    )
    EVENT_PANELS.add(
        "commitments.assembly",
        Panel(
            _("On the stage"),
            "commitments/event_assembly_panel.html",
            assembly_of,
            SEE_COMMITMENTS,
            PLACE + 1,
            rows=lambda event: Rows(Assembly, Q(event=event)),
            bare=no_assembly,
        ),
    )
