"""What events adds to a group's page, what is coming; and what coming into a group adds to an event's."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import GROUP_PANELS, Panel
from m4c.core.prepared import prepared
from m4c.core.visibility import scopes_of
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.forms import at
from m4c.events.in_time import listed
from m4c.events.models import Event
from m4c.events.permissions import PLAN_EVENTS, SEE_EVENTS
from m4c.people.forms.belonging import OpenInvitationForm
from m4c.people.models import Account, Group
from m4c.people.permissions import INVITE_BY_LINK

NEXT = 4


def events_of(account: Account, group: Group) -> dict[str, Any] | None:
    """What comes next in a group and those below it, and the way to plan more."""
    may_plan = account.may(PLAN_EVENTS, [frozenset([group.path])])
    coming = coming_in(account, group, at(timezone.localdate(), time.min))
    return {"events": coming, "group": group, "may_plan": may_plan} if coming or may_plan else None


@prepared
def coming_in(account: Account, group: Group, midnight: datetime) -> QuerySet[Event]:
    """The next few."""
    return listed(account, group, None, midnight, is_past=False).filter(cancelled_at=None)[:NEXT]


def code_to_come_in_by(account: Account, event: Event) -> dict[str, Any] | None:
    """The form of a code by which those at an event come into its group, filled in, for who may make one there; None
    once the event's day is over. What the code is for is read by more than an event for those invited is: of such a one
    it does not begin with the title. No statement.
    """
    group, today, day = event.group, timezone.localdate(), timezone.localdate(event.starts_at)
    if event.is_called_off or day < today or not group.is_in_tree or group.ended_on:
        return None
    if not account.may(INVITE_BY_LINK, scopes_of(group)):
        return None
    until = min(day, today + timedelta(days=settings.OPEN_INVITATION_DAYS - 1))
    purpose = "" if event.visibility == Event.Visibility.INVITED else event.title[:120]
    form = OpenInvitationForm(auto_id="id_code_%s", initial={"purpose": purpose, "until": until})
    return {"group": group, "form": form}


def register() -> None:
    """Put the panels on their pages."""
    code = Panel(_("Coming in by a code"), "events/code_panel.html", code_to_come_in_by, INVITE_BY_LINK, 70)
    EVENT_PANELS.add("events.code", code)
    GROUP_PANELS.add("events", Panel(_("Coming"), "events/group_panel.html", events_of, SEE_EVENTS, 30))
