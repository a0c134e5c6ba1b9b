"""Addresses of what else a person's page is made of: whom they know, and what is next."""

from m4c.core.routes import route
from m4c.people.own_fields import urls as own_field_urls
from m4c.people.permissions import (
    RECORD_RELATIONSHIPS,
    SEE_RELATIONSHIPS,
    TAG_PEOPLE,
    TAKE_NEXT_STEPS,
)
from m4c.people.views import introduction, next_step, relationship, tag

ONE = "organise/people/<uuid:uid>"

urlpatterns = [
    route(f"{ONE}/introductions/", introduction.introduction, allow=SEE_RELATIONSHIPS, name="introductions"),
    route(f"{ONE}/knows/", relationship.record, allow=RECORD_RELATIONSHIPS, name="record-relationship"),
    route(
        "organise/relationships/<uuid:uid>/",
        relationship.correct,
        allow=RECORD_RELATIONSHIPS,
        name="correct-relationship",
    ),
    route(
        "organise/relationships/<uuid:uid>/ending/",
        relationship.end,
        allow=RECORD_RELATIONSHIPS,
        name="end-relationship",
    ),
    route(f"{ONE}/next-steps/", next_step.agree, allow=TAKE_NEXT_STEPS, name="agree-step"),
    route("organise/next-steps/<uuid:uid>/", next_step.settle, allow=TAKE_NEXT_STEPS, name="settle-step"),
    route(f"{ONE}/tags/", tag.tags, allow=TAG_PEOPLE, name="tags"),
    route(f"{ONE}/tags/<uuid:tag>/off/", tag.untag, allow=TAG_PEOPLE, name="untag"),
    *own_field_urls.urlpatterns,
]
