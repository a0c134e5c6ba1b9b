"""Addresses of the list of people, its filters, and what is done with those on it."""

from m4c.core.routes import route
from m4c.people.permissions import SEE_KNOWN_PEOPLE
from m4c.people.views import people_list

PEOPLE = "organise/people"

urlpatterns = [
    route(f"{PEOPLE}/", people_list.people, allow=SEE_KNOWN_PEOPLE, name="people"),
    route(f"{PEOPLE}/filters/", people_list.filters, allow=SEE_KNOWN_PEOPLE, name="people-filters"),
]
