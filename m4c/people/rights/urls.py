"""Addresses of what people ask of their own data, for whoever answers it."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.people.permissions import ANSWER_RIGHTS, MAKE_ACCESS_PACKS
from m4c.people.views import access_pack, own_request, private_to_give, rights

DESK = "organise/rights"
REQUEST = f"{DESK}/<uuid:uid>"
PACK = "organise/access-packs/<uuid:uid>"

urlpatterns = [
    route("organise/my-record/asking/", own_request.ask, allow=SIGNED_IN, name="ask-of-own-record"),
    route(f"{DESK}/", rights.rights, allow=ANSWER_RIGHTS, name="rights"),
    route(f"{DESK}/new/", rights.take_in, allow=ANSWER_RIGHTS, name="take-in-request"),
    route(f"{REQUEST}/", rights.rights_request, allow=ANSWER_RIGHTS, name="rights-request"),
    route(f"{REQUEST}/look/", rights.look, allow=ANSWER_RIGHTS, name="look-at-rights-request"),
    route(f"{REQUEST}/another/", rights.take_in, allow=ANSWER_RIGHTS, name="take-in-another"),
    route(f"{REQUEST}/steps/<slug:step>/", rights.step, allow=ANSWER_RIGHTS, name="rights-step"),
    route(f"{REQUEST}/copy/", access_pack.look_through, allow=MAKE_ACCESS_PACKS, name="access-pack"),
    route(f"{REQUEST}/copy/entries/", access_pack.decide, allow=MAKE_ACCESS_PACKS, name="decide-access-entry"),
    route(f"{REQUEST}/copy/making/", access_pack.make, allow=MAKE_ACCESS_PACKS, name="make-access-pack"),
    route(f"{PACK}/letter/", access_pack.send, allow=MAKE_ACCESS_PACKS, name="send-access-pack"),
    route(f"{PACK}/handing-over/", access_pack.hand_over, allow=MAKE_ACCESS_PACKS, name="hand-over-access-pack"),
    route("organise/private-to-give/<uuid:uid>/", private_to_give.given, allow=SIGNED_IN, name="private-given"),
    route(f"{PACK}/<slug:file>/", access_pack.take, allow=MAKE_ACCESS_PACKS, name="take-access-file"),
]
