"""What becomes of conversations on erasure: that they were held stays counted, what was said goes."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.events.models import Event
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.erasers import COUNTED
from m4c.people.erasing import Forgotten, mentions, nameless


def in_their_home(forgotten: Forgotten) -> "QuerySet[Event]":
    """House meetings in their own home."""
    hosted = HouseMeeting.objects.filter(host=forgotten.person.pk)
    return Event.objects.filter(pk__in=hosted.values("event"), at_home=True)


def no_place(forgotten: Forgotten, rows: "QuerySet[Event]") -> None:
    """Where they live is no place of an event any more."""
    rows.update(place="", postcode="")


def register() -> None:
    """Tell what becomes of conversations."""
    nameless(OneToOne, "asker", _("1-2-1s that they asked for"), COUNTED)
    nameless(OneToOne, "other", _("1-2-1s with them"), COUNTED)
    nameless(HouseMeeting, "host", _("house meetings that they hosted"), COUNTED)
    nameless(
        Event, "house_meeting", _("their home as a place of meetings"), COUNTED, rows=in_their_home, erase=no_place
    )
    said = _("their name in what was agreed with somebody else")
    mentions(OneToOne, "next_step", what=said)
    mentions(HouseMeeting, "next_step", what=said)
