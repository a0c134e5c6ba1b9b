"""Who may open the public faces of other apps' records: everybody, and only those of public records exist."""

from typing import Any

from m4c.events.models import Event
from tests.access.personas import ANYBODY
from tests.access.table import page
from tests.cast import Cast
from tests.factories import gathering


def public_event(cast: Cast) -> dict[str, Any]:
    """An event that is open to everybody."""
    return {"uid": gathering(cast, visibility=Event.Visibility.PUBLIC.value).uid}


def hidden_event(cast: Cast) -> dict[str, Any]:
    """One of the group alone."""
    return {"uid": gathering(cast, visibility=Event.Visibility.GROUP.value).uid}


ROWS = {
    "public-events": page(ANYBODY),
    "find-public-events": page(ANYBODY, query="?where=Cardiff"),
    "public-events-calendar": page(ANYBODY),
    "public-group-calendar": page(ANYBODY, given={"slug": "norwich"}),
    "public-event-calendar": page(ANYBODY, given=public_event),
    "public-event-calendar: of the group": page(frozenset(), area=ANYBODY, given=hidden_event),
    "public-event-picture": page(ANYBODY, given=public_event),
    "public-event-picture: of the group": page(frozenset(), area=ANYBODY, given=hidden_event),
    "public-past-events": page(ANYBODY),
    "public-event": page(ANYBODY, given=public_event),
    "public-event: of the group": page(frozenset(), area=ANYBODY, given=hidden_event),
    "public-groups": page(ANYBODY),
    "public-group": page(ANYBODY, given={"slug": "norwich"}),
    "stories-feed": page(ANYBODY),
    "news-feed": page(ANYBODY),
    "robots": page(ANYBODY),
    "sitemap": page(ANYBODY),
    "web-manifest": page(ANYBODY),
}
