"""What becomes of events' own rows on erasure: attendance stays counted, and a home is no place any more."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.events.models import Attendance, Event, HeadCount
from m4c.people.erasers import COUNTED
from m4c.people.erasing import Forgotten, nameless, saying, stays


def counted_by_them(forgotten: Forgotten) -> "QuerySet[HeadCount]":
    """Counts in a room that they are named for."""
    return HeadCount.objects.filter(said_by__in=forgotten.names)


def unname(forgotten: Forgotten, rows: "QuerySet[HeadCount]") -> None:
    """The number stays, and who said it goes."""
    for count in rows:
        count.said_by = f"#{count.pk}"  # two such counts of an event stay two
        count.save(update_fields=["said_by"])


def events_named_after(forgotten: Forgotten) -> "QuerySet[Event]":
    """Events whose title or place has their whole name."""
    return saying(Event, "title", "place", words=lambda forgotten: forgotten.names)(forgotten)


def rename(forgotten: Forgotten, rows: "QuerySet[Event]") -> None:
    """Such an event is called by what it was, and has no place."""
    for event in rows:
        event.title, event.place, event.postcode = str(event.get_kind_display()), "", ""
        event.save(update_fields=["title", "place", "postcode"])


def register() -> None:
    """Tell what becomes of events' rows."""
    stays(Attendance, "person", _("coming to events, as a count"), COUNTED)
    stays(Attendance, "brought_by", _("whom they brought, as a count"), COUNTED)
    nameless(
        HeadCount, "said_by", _("numbers that they counted"), COUNTED, rows=counted_by_them, erase=unname, by_name=True
    )
    nameless(
        Event, "title", _("events called by their name"), COUNTED, rows=events_named_after, erase=rename, by_name=True
    )
