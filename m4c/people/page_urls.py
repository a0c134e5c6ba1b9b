"""Addresses of what a person's page is made of besides the record itself: whom they know."""

from m4c.core.routes import route
from m4c.people.permissions import SEE_KNOWN_PEOPLE
from m4c.people.views import whom

ONE = "organise/people/<uuid:uid>"

urlpatterns = [
    route("organise/whom/", whom.whom, allow=SEE_KNOWN_PEOPLE, name="whom"),
]
