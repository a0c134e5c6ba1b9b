"""Addresses of one's own calendar."""

from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.core.routes import route
from m4c.events.views import calendar_feed

urlpatterns = [
    route("organise/calendar/", calendar_feed.own_calendar, allow=SIGNED_IN, name="own-calendar"),
    route("organise/calendar/stopping/", calendar_feed.stop, allow=SIGNED_IN, name="stop-own-calendar"),
    route("organise/calendar/<str:token>.ics", calendar_feed.feed, allow=PUBLIC, name="own-calendar-feed"),
]
