"""Addresses of replies to an event in the workspace."""

from m4c.core.routes import route
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.events.views import reply

urlpatterns = [
    route("organise/events/<uuid:uid>/replies/", reply.replies, allow=SEE_ATTENDANCE, name="replies"),
]
