"""How the workspace's search box finds events: by any part of their title."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.core.search import SOURCES, Hit, Source, fits, patterns
from m4c.events.models import Event
from m4c.events.permissions import SEE_EVENTS
from m4c.people.models import Account


def find_events(account: Account, words: str, limit: int) -> list[Hit]:
    """Events that the account may see, the latest first; those of a name that were called off are left out."""
    events, url = called(account, patterns(words), range(limit)), address_by_uid("event")
    return [Hit(event.title, url(event.uid), line_of(event)) for event in events]


@prepared
def called(account: Account, words: list[str], places: range) -> QuerySet[Event]:
    """The first of them, as many as there are places."""
    events = Event.objects.visible_to(account).without_house_meetings(account).filter(fits("title", words))
    found = events.filter(cancelled_at=None).select_related("group").order_by("-starts_at", "-pk")
    return found[: len(places)]


def line_of(event: Event) -> str:
    """On which day, and whose."""
    return f"{date_format(timezone.localtime(event.starts_at), 'j F Y')} · {event.group}"


def register() -> None:
    """Put events into the search box."""
    SOURCES.add("events", Source(_("Events"), "calendar-days", SEE_EVENTS, find_events, order=30))
