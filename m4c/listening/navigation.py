"""Where conversations stand in the navigation and behind the record button."""

from django.utils.translation import gettext_lazy as _

from m4c.core.navigation import PLACES, RECORDS, Place
from m4c.listening.permissions import RECORD_CONVERSATIONS as RECORD


def register() -> None:
    """Put the list in the bar and the forms behind the button."""
    PLACES.add("one-to-ones", Place(_("1-2-1s"), "one-to-ones", "chat-bubble-left-right", RECORD, 32))
    RECORDS.add("record-one-to-one", Place(_("1-2-1"), "record-one-to-one", "chat-bubble-left-right", RECORD, 10))
    RECORDS.add(
        "record-house-meeting",
        Place(_("House meeting"), "record-house-meeting", "home-modern", RECORD, 20),
    )
