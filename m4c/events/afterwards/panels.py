"""What comes after an event on its page: the way there, what waits, and in its timeline that it was evaluated."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from m4c.core.panels import Panel
from m4c.core.visibility import scopes_of
from m4c.events.afterwards.evaluations import may_evaluate, own_of
from m4c.events.afterwards.missed import uncalled
from m4c.events.afterwards.newcomers import unwelcomed
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.event_timeline import EVENT_TELLERS, said
from m4c.events.models import Attendance, Evaluation, Event
from m4c.events.permissions import SEE_EVENTS
from m4c.events.turnout.figures import is_over
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.models import Account
from m4c.people.timeline import TimelineEntry


def afterwards_at(account: Account, event: Event) -> dict[str, Any] | None:
    """How many were missed and are new with nobody who rings or welcomes them, and whether one said how it was; None
    before it is over, and for whoever has no part in it.
    """
    if not is_over(event, timezone.now()):
        return None
    may_ask = account.may(ASK_TO_EVENTS, scopes_of(event))
    may_say = may_evaluate(account, event)
    if not may_ask and not may_say:
        return None
    return {
        "event": event,
        "waiting": what_waits(account, event) if may_ask else {},
        "may_ask": may_ask,
        "may_say": may_say,
        "has_said": may_say and own_of(account, event).exists(),
    }


def what_waits(account: Account, event: Event) -> dict[str, int]:
    """How many were missed whom nobody rings, and how many are new whom nobody welcomes; one query."""
    missed, new = uncalled(account, event).values("pk"), unwelcomed(account, event).values("pk")
    seen = Attendance.objects.visible_to(account).filter(event=event).order_by()
    return seen.aggregate(missed=Count("pk", filter=Q(pk__in=missed)), new=Count("pk", filter=Q(pk__in=new)))


def evaluated(account: Account, event: Event) -> Iterable[TimelineEntry]:
    """That it was evaluated, by how many, for whoever may read all of what they say; nothing of what it says."""
    if not account.may(ASK_TO_EVENTS, scopes_of(event)):
        return
    seen = Evaluation.objects.visible_to(account).filter(event=event).order_by()
    told = seen.aggregate(number=Count("pk"), last=Max("made_at"))
    if told["number"]:
        sentence = ngettext("Evaluated by {number} person", "Evaluated by {number} people", told["number"]).format(
            number=told["number"]
        )
        yield said(told["last"], sentence)


def register() -> None:
    """Put them on the page."""
    panel = Panel(_("Afterwards"), "events/afterwards_panel.html", afterwards_at, SEE_EVENTS, 9)
    EVENT_PANELS.add("events.afterwards", panel)
    EVENT_TELLERS.add("evaluations", evaluated)
