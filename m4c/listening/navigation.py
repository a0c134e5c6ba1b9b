"""Where conversations stand in the navigation and behind the record button."""

from django.utils.translation import gettext_lazy as _

from m4c.core.navigation import PLACES, RECORDS, Place
from m4c.listening.permissions import HEAR
from m4c.listening.permissions import RECORD_CONVERSATIONS as RECORD

TALK = "chat-bubble-left-right"


def register() -> None:
    """Put the list in the bar and the forms behind the button."""
    PLACES.add("listening", Place(_("Listening"), "listening", TALK, HEAR, 40, also="/organise/conversations/"))
    RECORDS.add("record-one-to-one", Place(_("1-2-1"), "record-one-to-one", TALK, RECORD, 10, about="with"))
    meeting = Place(_("House meeting"), "record-house-meeting", "home-modern", RECORD, 20, about="host")
    RECORDS.add("record-house-meeting", meeting)
