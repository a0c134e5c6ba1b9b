"""Addresses of an event's pictures, below the event."""

from m4c.core.routes import route
from m4c.events.permissions import SEE_EVENTS
from m4c.website.permissions import PICTURE_EVENTS
from m4c.website.views import event_pictures as views

TOP = "organise/events/<uuid:uid>/pictures/"
ONE = f"{TOP}<int:number>/"

urlpatterns = [
    route(TOP, views.pictures, allow=SEE_EVENTS, name="event-pictures"),
    route(f"{TOP}new/", views.add, allow=PICTURE_EVENTS, name="add-event-picture"),
    route(f"{ONE}people/", views.name, allow=PICTURE_EVENTS, name="name-in-picture"),
    route(f"{ONE}people/<int:row>/", views.agreed, allow=PICTURE_EVENTS, name="agreed-in-picture"),
    route(f"{ONE}people/<int:row>/removal/", views.take_back, allow=PICTURE_EVENTS, name="take-agreement-back"),
    route(f"{ONE}removal/", views.take_off, allow=PICTURE_EVENTS, name="take-off-event"),
]
