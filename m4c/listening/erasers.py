"""What becomes of conversations on erasure: that they were held stays counted, what was said goes."""

from django.utils.translation import gettext_lazy as _

from m4c.events.models import Event
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.listening.operations.erasing import in_their_home, no_place
from m4c.people.erasers import COUNTED
from m4c.people.erasing import mentions, nameless


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
