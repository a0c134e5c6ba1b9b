"""What events adds to a group's page: what is coming."""

from datetime import time
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import GROUP_PANELS, Panel
from m4c.events.forms import at
from m4c.events.models import Event
from m4c.events.permissions import PLAN_EVENTS, SEE_EVENTS
from m4c.people.models import Account, Group

NEXT = 4


def events_of(account: Account, group: Group) -> dict[str, Any] | None:
    """What comes next in a group and those below it, and the way to plan more."""
    found = Event.objects.visible_to(account).with_place(account).of_group(group).filter(cancelled_at=None)
    events = found.without_house_meetings(account).coming(at(timezone.localdate(), time.min)).select_related("group")
    may_plan = account.may(PLAN_EVENTS, [frozenset([group.path])])
    coming = list(events[:NEXT])
    return {"events": coming, "group": group, "may_plan": may_plan} if coming or may_plan else None


def register() -> None:
    """Put the panel on its page."""
    GROUP_PANELS.add("events", Panel(_("Coming"), "events/group_panel.html", events_of, SEE_EVENTS, 30))
