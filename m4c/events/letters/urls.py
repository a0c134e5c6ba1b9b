"""Addresses of an event's letters."""

from django.views.decorators.http import require_http_methods

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.events.door.at_door import for_host
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.views import letter

ALL, HOST = "organise/events/<uuid:uid>/letters", "door/at/<uuid:uid>/letters/"
host_letters = require_http_methods(["GET", "POST"])(for_host(letter.host_letters))

urlpatterns = [
    route(f"{ALL}/", letter.letters, allow=PLAN_EVENTS, name="event-letters"),
    route(f"{ALL}/telling/", letter.tell, allow=PLAN_EVENTS, name="tell-of-change"),
    route(f"{ALL}/<slug:kind>/", letter.letter, allow=PLAN_EVENTS, name="event-letter"),
    route(f"{ALL}/<slug:kind>/letting-go/", letter.let_go, allow=PLAN_EVENTS, name="let-letter-go"),
    route(f"{ALL}/<slug:kind>/holding/", letter.hold, allow=PLAN_EVENTS, name="hold-letter"),
    route(HOST, host_letters, allow=PUBLIC, name="host-letters"),
]
