"""Addresses of events, each with the permission that opens it."""

from m4c.core.routes import route
from m4c.events import (
    afterwards_urls,
    calendar_urls,
    door_urls,
    letter_urls,
    meeting_urls,
    planning_urls,
    reply_urls,
    turnout_urls,
)
from m4c.events.permissions import RECORD_ATTENDANCE, SEE_EVENTS
from m4c.events.views import attendance, event, head_count, which_event

urlpatterns = [
    route("organise/events/", event.events, allow=SEE_EVENTS, name="events"),
    route("organise/events/<uuid:uid>/", event.event, allow=SEE_EVENTS, name="event"),
    route("organise/attendance/", which_event.which_event, allow=RECORD_ATTENDANCE, name="which-event"),
    route("organise/events/<uuid:uid>/attendance/", attendance.attendance, allow=RECORD_ATTENDANCE, name="attendance"),
    route(
        "organise/attendances/<uuid:uid>/removal/",
        attendance.remove,
        allow=RECORD_ATTENDANCE,
        name="remove-attendance",
    ),
    route("organise/events/<uuid:uid>/head-count/", head_count.head_count, allow=RECORD_ATTENDANCE, name="head-count"),
    *afterwards_urls.urlpatterns,
    *calendar_urls.urlpatterns,
    *door_urls.urlpatterns,
    *letter_urls.urlpatterns,
    *meeting_urls.urlpatterns,
    *planning_urls.urlpatterns,
    *reply_urls.urlpatterns,
    *turnout_urls.urlpatterns,
]
