"""Addresses of wins."""

from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS
from m4c.commitments.permissions import RECORD_WINS, SEE_WINS
from m4c.commitments.views import win
from m4c.core.routes import route

WINS = "organise/campaigns/wins/"

urlpatterns = [
    route(WINS, win.wins, allow=SEE_WINS, name="campaign-wins"),
    route(f"{WINS}new/", win.record, allow=RECORD_WINS, name="record-win"),
    route(f"{WINS}<uuid:uid>/", win.win, allow=SEE_WINS, name="win"),
    route(f"{WINS}<uuid:uid>/edit/", win.edit, allow=RECORD_WINS, name="edit-win"),
    route(f"{WINS}<uuid:uid>/looks/", win.look, allow=RECORD_WINS, name="look-at-win"),
    route(f"{WINS}<uuid:uid>/publishing/", win.publish, allow=PUBLISH_CAMPAIGNS, name="publish-win"),
    route(f"{WINS}<uuid:uid>/taking-down/", win.take_down, allow=PUBLISH_CAMPAIGNS, name="take-down-win"),
]
