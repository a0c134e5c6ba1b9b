"""Where events stand in the navigation and behind the record button."""

from django.utils.translation import gettext_lazy as _

from m4c.core.navigation import PLACES, RECORDS, Place
from m4c.events.permissions import PLAN_EVENTS, RECORD_ATTENDANCE, SEE_EVENTS


def register() -> None:
    """Put the list in the bar and the forms behind the button."""
    PLACES.add("events", Place(_("Events"), "events", "calendar-days", SEE_EVENTS, 30))
    PLACES.add("jobs", Place(_("Jobs"), "jobs", "wrench-screwdriver", SEE_EVENTS, 74))
    came = Place(_("Attendance"), "which-event", "clipboard-document-check", RECORD_ATTENDANCE, 30, about="who")
    RECORDS.add("attendance", came)
    RECORDS.add("plan-event", Place(_("Event"), "plan-event", "calendar-days", PLAN_EVENTS, 50))
