"""Addresses of commitments that everybody may read about, in each language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import commitment_evidence, commitments, covenants, decision_makers, following
from m4c.website.views import commitment_files as files
from m4c.website.views import commitment_pictures as pictures

ONE, WHO, BODY = "commitments/<slug:slug>/", "commitments/who/<slug:slug>/", "commitments/bodies/<slug:slug>/"
COVENANT = "covenants/<slug:slug>/"

urlpatterns = [
    route("commitments/", commitments.board, allow=PUBLIC, name="public-commitments"),
    route("commitments/feed.xml", files.feed, allow=PUBLIC, name="public-commitments-feed"),
    route("commitments/commitments.csv", files.as_csv, allow=PUBLIC, name="public-commitments-csv"),
    route("commitments/commitments.json", files.as_json, allow=PUBLIC, name="public-commitments-json"),
    route("commitments/who/", decision_makers.everybody, allow=PUBLIC, name="public-decision-makers"),
    route("commitments/picture.png", pictures.of_all, allow=PUBLIC, name="public-commitments-picture"),
    route(f"{WHO}picture.png", pictures.of_holder, allow=PUBLIC, name="public-decision-maker-picture"),
    route(f"{BODY}picture.png", pictures.of_body, allow=PUBLIC, name="public-institution-picture"),
    route(WHO, decision_makers.holder, allow=PUBLIC, name="public-decision-maker"),
    route(BODY, decision_makers.body, allow=PUBLIC, name="public-institution"),
    route("commitments/follow/look-at-your-mail/", following.sent, allow=PUBLIC, name="follow-sent"),
    route("commitments/follow/done/", following.done, allow=PUBLIC, name="follow-done"),
    route("commitments/follow/<str:token>/", following.by_link, allow=PUBLIC, name="following-commitment"),
    route(ONE, commitments.commitment, allow=PUBLIC, name="public-commitment"),
    route(f"{ONE}picture.png", pictures.of_one, allow=PUBLIC, name="public-commitment-picture"),
    route(COVENANT, covenants.covenant, allow=PUBLIC, name="public-covenant"),
    route(f"{COVENANT}picture.png", pictures.of_covenant, allow=PUBLIC, name="public-covenant-picture"),
    route(f"{ONE}evidence/<uuid:uid>/", commitment_evidence.evidence, allow=PUBLIC, name="public-evidence"),
    route(f"{ONE}follow/", following.follow, allow=PUBLIC, name="follow-commitment"),
]
