"""Addresses of covenants and affiliations."""

from m4c.commitments.permissions import KEEP_COVENANTS, PUBLISH_COMMITMENTS, SEE_COMMITMENTS
from m4c.commitments.views import affiliation, covenant, covenant_party, covenant_poster
from m4c.core.routes import route

ALL, ONE = "organise/commitments/covenants/", "organise/commitments/covenants/<uuid:uid>/"
PARTY, POSTER = f"{ALL}parties/<uuid:uid>/", f"{ONE}poster/"
BODIES = "organise/commitments/affiliations/"
SEE, KEEP, PUBLISH = SEE_COMMITMENTS, KEEP_COVENANTS, PUBLISH_COMMITMENTS

urlpatterns = [
    route(ALL, covenant.covenants, allow=SEE, name="covenants"),
    route(f"{ALL}new/", covenant.make, allow=KEEP, name="make-covenant"),
    route(ONE, covenant.covenant, allow=SEE, name="covenant"),
    route(f"{ONE}edit/", covenant.edit, allow=KEEP, name="edit-covenant"),
    route(f"{ONE}texts/", covenant.rewrite, allow=KEEP, name="rewrite-covenant"),
    route(f"{ONE}looks/", covenant.look, allow=KEEP, name="look-at-covenant"),
    route(f"{ONE}ending/", covenant.end, allow=KEEP, name="end-covenant"),
    route(f"{ONE}publishing/", covenant.publish, allow=PUBLISH, name="publish-covenant"),
    route(f"{ONE}taking-down/", covenant.take_down, allow=PUBLISH, name="take-down-covenant"),
    route(f"{ONE}parties/", covenant_party.add, allow=KEEP, name="add-covenant-party"),
    route(PARTY, covenant_party.edit, allow=KEEP, name="edit-covenant-party"),
    route(f"{PARTY}signing/", covenant_party.sign, allow=KEEP, name="sign-covenant"),
    route(f"{PARTY}leaving/", covenant_party.leave, allow=KEEP, name="leave-covenant"),
    route(POSTER, covenant_poster.print_poster, allow=SEE, name="print-covenant-poster"),
    route(f"{POSTER}<uuid:file>/", covenant_poster.made, allow=SEE, name="covenant-poster-made"),
    route(f"{POSTER}<uuid:file>/pdf/", covenant_poster.download, allow=SEE, name="covenant-poster-pdf"),
    route(BODIES, affiliation.affiliations, allow=SEE, name="affiliations"),
    route(f"{BODIES}new/", affiliation.begin, allow=KEEP, name="begin-affiliation"),
    route(f"{BODIES}<uuid:uid>/", affiliation.affiliation, allow=SEE, name="affiliation"),
    route(f"{BODIES}<uuid:uid>/steps/", affiliation.step, allow=KEEP, name="step-affiliation"),
]
