"""Addresses of what a campaign was promised, and of commitments as files."""

from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.views import campaign_commitments
from m4c.core.routes import route

urlpatterns = [
    route(
        "organise/campaigns/<uuid:uid>/commitments/",
        campaign_commitments.of_campaign,
        allow=SEE_COMMITMENTS,
        name="campaign-commitments",
    ),
    route(
        "organise/commitments/files/<slug:what>.<slug:kind>",
        campaign_commitments.as_file,
        allow=SEE_COMMITMENTS,
        name="commitments-file",
    ),
]
