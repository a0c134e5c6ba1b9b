"""Where Today, training and pledges stand in the navigation and behind the record button."""

from django.utils.translation import gettext_lazy as _

from m4c.core.navigation import OWN, PLACES, RECORDS, Place
from m4c.core.permissions import SIGNED_IN
from m4c.leaders.permissions import RECORD_PLEDGES, RECORD_TRAINING, SEE_TRAINING


def register() -> None:
    """Put the pages in the bar and in the account's menu, and the forms behind the button."""
    PLACES.add("today", Place(_("Today"), "today", "home", SIGNED_IN, 10))
    PLACES.add("training", Place(_("Training"), "training", "academic-cap", SEE_TRAINING, 90))
    OWN.add("pledges", Place(_("What you pledged"), "pledges", "hand-raised", SIGNED_IN, 5))
    RECORDS.add("record-session", Place(_("Training session"), "record-session", "academic-cap", RECORD_TRAINING, 45))
    pledge = Place(_("Conversation pledge"), "record-pledge", "hand-raised", RECORD_PLEDGES, 40, about="for")
    RECORDS.add("record-pledge", pledge)
