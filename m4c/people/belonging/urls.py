"""Addresses of coming into a group, offices, leaving, and bodies beside bodies."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.people.permissions import (
    ANSWER_JOIN_REQUESTS,
    INVITE_BY_LINK,
    KEEP_COALITIONS,
    NAME_DELEGATES,
    SAY_OFFICES,
    SEE_GROUPS,
)
from m4c.people.views import coalition, join_request, leaving, office, open_invitation

GROUP, ASKED = "organise/groups/<slug:slug>", "organise/join-requests/<uuid:uid>"
OWN = "organise/my-groups"

urlpatterns = [
    route("organise/join-requests/", join_request.join_requests, allow=ANSWER_JOIN_REQUESTS, name="join-requests"),
    route(f"{ASKED}/", join_request.join_request, allow=ANSWER_JOIN_REQUESTS, name="join-request"),
    route(f"{ASKED}/yes/", join_request.accept, allow=ANSWER_JOIN_REQUESTS, name="accept-join-request"),
    route(f"{ASKED}/no/", join_request.decline, allow=ANSWER_JOIN_REQUESTS, name="decline-join-request"),
    route(f"{GROUP}/asking/", join_request.ask, allow=SIGNED_IN, name="ask-group"),
    route(f"{GROUP}/invitations/", open_invitation.open_invitations, allow=INVITE_BY_LINK, name="open-invitations"),
    route(
        "organise/open-invitations/<uuid:uid>/calling-back/",
        open_invitation.call_back,
        allow=INVITE_BY_LINK,
        name="call-back-invitation",
    ),
    route(f"{GROUP}/offices/", office.offices, allow=SEE_GROUPS, name="offices"),
    route("organise/offices/<uuid:uid>/ending/", office.end, allow=SAY_OFFICES, name="end-office"),
    route(f"{OWN}/", leaving.own_groups, allow=SIGNED_IN, name="own-belonging"),
    route(f"{OWN}/<slug:slug>/leaving/", leaving.leave, allow=SIGNED_IN, name="leave-own-group"),
    route(f"{OWN}/left/<uuid:uid>/why/", leaving.say_why, allow=SIGNED_IN, name="say-why-left"),
    route(f"{OWN}/asked/<uuid:uid>/taking-back/", join_request.take_back, allow=SIGNED_IN, name="take-request-back"),
    route(f"{OWN}/seats/<uuid:uid>/named/", leaving.agree, allow=SIGNED_IN, name="agree-to-be-named"),
    route(f"{OWN}/seats/<uuid:uid>/unnamed/", leaving.stay_unnamed, allow=SIGNED_IN, name="stay-unnamed"),
    route(f"{GROUP}/bodies/", coalition.bodies, allow=SEE_GROUPS, name="bodies"),
    route("organise/bodies/<uuid:uid>/seats/", coalition.seats, allow=KEEP_COALITIONS, name="body-seats"),
    route("organise/bodies/<uuid:uid>/ending/", coalition.end, allow=KEEP_COALITIONS, name="end-body"),
    route("organise/bodies/<uuid:uid>/delegates/", coalition.delegates, allow=NAME_DELEGATES, name="name-delegate"),
    route("organise/delegates/<uuid:uid>/ending/", coalition.end_term, allow=NAME_DELEGATES, name="end-term"),
]
