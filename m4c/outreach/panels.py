"""What outreach adds to an event's page: what its people were told, and the way to tell them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import Panel
from m4c.core.prepared import prepared
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import Event
from m4c.outreach.models import Telling
from m4c.outreach.permissions import TELL_GROUP, TELL_SHARE
from m4c.people.models import Account

SHOWN = 3


def told_of(account: Account, event: Event) -> dict[str, Any] | None:
    """The latest tellings about it; None where there are none and one may not begin any."""
    tellings = latest_about(account, event.pk)
    may_tell = account.may(TELL_GROUP, [frozenset([event.group.path])]) and not event.is_called_off
    return {"tellings": tellings, "event": event, "may_tell": may_tell} if tellings or may_tell else None


@prepared
def latest_about(account: Account, event: int) -> QuerySet[Telling]:
    """The latest of them."""
    return Telling.objects.visible_to(account).filter(event=event)[:SHOWN]


def register() -> None:
    """Put the panel on its page."""
    EVENT_PANELS.add("outreach", Panel(_("Tell people"), "outreach/event_panel.html", told_of, TELL_SHARE, 14))
