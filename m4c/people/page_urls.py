"""Addresses of what a person's page is made of besides the record itself: whom they know."""

from m4c.core.routes import route
from m4c.people.permissions import RECORD_RELATIONSHIPS, SEE_KNOWN_PEOPLE
from m4c.people.views import relationship, whom

ONE = "organise/people/<uuid:uid>"

urlpatterns = [
    route(f"{ONE}/knows/", relationship.record, allow=RECORD_RELATIONSHIPS, name="record-relationship"),
    route(
        "organise/relationships/<uuid:uid>/ending/",
        relationship.end,
        allow=RECORD_RELATIONSHIPS,
        name="end-relationship",
    ),
    route("organise/whom/", whom.whom, allow=SEE_KNOWN_PEOPLE, name="whom"),
]
