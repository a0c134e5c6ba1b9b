"""Which gatherings everybody may know of: the only way by which public pages read events."""

from m4c.events.models import Event
from m4c.events.models.event import EventQuerySet


def public_events() -> EventQuerySet:
    """Those open to everybody, with their group. A house meeting never is: it is held in somebody's home.

    Of where they are, public pages print `place_for_all` and `postcode_for_all` alone.
    """
    everybody = Event.objects.filter(visibility=Event.Visibility.PUBLIC)
    return everybody.exclude(kind=Event.Kind.HOUSE_MEETING).select_related("group")
