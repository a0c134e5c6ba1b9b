"""Addresses of kits in the workspace."""

from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.campaigns.views import kit
from m4c.core.routes import route

KITS = "organise/campaigns/kits/"
ONE, RUN = f"{KITS}<uuid:uid>/", f"{KITS}runs/<uuid:uid>/"

urlpatterns = [
    route(KITS, kit.kits, allow=SEE_CAMPAIGNS, name="kits"),
    route(f"{KITS}new/", kit.make, allow=RUN_CAMPAIGNS, name="make-kit"),
    route(ONE, kit.kit, allow=SEE_CAMPAIGNS, name="kit"),
    route(f"{ONE}change/", kit.change, allow=RUN_CAMPAIGNS, name="change-kit"),
    route(f"{ONE}publishing/", kit.publish, allow=PUBLISH_CAMPAIGNS, name="publish-kit"),
    route(f"{ONE}taking-down/", kit.take_down, allow=PUBLISH_CAMPAIGNS, name="take-down-kit"),
    route(f"{ONE}run/", kit.run, allow=RUN_CAMPAIGNS, name="run-kit"),
    route(f"{RUN}change/", kit.change_run, allow=RUN_CAMPAIGNS, name="change-kit-run"),
]
