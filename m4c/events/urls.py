"""Addresses of events, each with the permission that opens it."""

from m4c.core.routes import route
from m4c.events.afterwards import urls as afterwards_urls
from m4c.events.calendars import urls as calendars_urls
from m4c.events.door import urls as door_urls
from m4c.events.letters import urls as letters_urls
from m4c.events.meetings import urls as meetings_urls
from m4c.events.permissions import RECORD_ATTENDANCE, SEE_EVENTS
from m4c.events.planning import urls as planning_urls
from m4c.events.replies import urls as replies_urls
from m4c.events.turnout import urls as turnout_urls
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
    *calendars_urls.urlpatterns,
    *door_urls.urlpatterns,
    *letters_urls.urlpatterns,
    *meetings_urls.urlpatterns,
    *planning_urls.urlpatterns,
    *replies_urls.urlpatterns,
    *turnout_urls.urlpatterns,
]
