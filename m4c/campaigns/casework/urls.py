"""Addresses of a campaign, what it consists of and its case."""

from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.campaigns.views import campaign
from m4c.core.routes import route

HOME = "organise/campaigns/"
ONE = f"{HOME}<uuid:uid>/"

urlpatterns = [
    route(ONE, campaign.campaign, allow=SEE_CAMPAIGNS, name="campaign"),
]
