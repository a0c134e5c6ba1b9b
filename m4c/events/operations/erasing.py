"""Erase somebody from events: numbers they counted, and gatherings called after them."""

from django.db.models import QuerySet

from m4c.events.models import Event, HeadCount
from m4c.people.erasing import Forgotten, saying


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
