"""Addresses of this movement's own fields: which there are, and what stands in them for somebody."""

from m4c.core.routes import route
from m4c.people.permissions import FILL_OWN_FIELDS, KEEP_OWN_FIELDS
from m4c.people.views import own_field

ONE = "organise/own-fields/<uuid:uid>"
OF_A_PERSON = "organise/people/<uuid:uid>/own-fields"

urlpatterns = [
    route("organise/own-fields/", own_field.own_fields, allow=KEEP_OWN_FIELDS, name="own-fields"),
    route(f"{ONE}/", own_field.own_field, allow=KEEP_OWN_FIELDS, name="own-field"),
    route(f"{ONE}/ending/", own_field.end, allow=KEEP_OWN_FIELDS, name="end-own-field"),
    route(f"{ONE}/resuming/", own_field.resume, allow=KEEP_OWN_FIELDS, name="resume-own-field"),
    route(f"{OF_A_PERSON}/", own_field.own_values, allow=FILL_OWN_FIELDS, name="own-values"),
    route(f"{OF_A_PERSON}/<uuid:field>/taking-out/", own_field.take_out, allow=FILL_OWN_FIELDS, name="take-out-value"),
]
