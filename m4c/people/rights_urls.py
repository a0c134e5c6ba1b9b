"""Addresses of what people ask of their own data, for whoever answers it."""

from m4c.core.routes import route
from m4c.people.permissions import ANSWER_RIGHTS
from m4c.people.views import rights

DESK = "organise/rights"
REQUEST = f"{DESK}/<uuid:uid>"

urlpatterns = [
    route(f"{DESK}/", rights.rights, allow=ANSWER_RIGHTS, name="rights"),
    route(f"{DESK}/new/", rights.take_in, allow=ANSWER_RIGHTS, name="take-in-request"),
    route(f"{REQUEST}/", rights.rights_request, allow=ANSWER_RIGHTS, name="rights-request"),
    route(f"{REQUEST}/steps/<slug:step>/", rights.step, allow=ANSWER_RIGHTS, name="rights-step"),
]
