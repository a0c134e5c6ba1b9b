"""Addresses of a campaign, what it consists of and its case."""

from m4c.campaigns.permissions import AUTHORISE_CAMPAIGNS as AUTHORISE
from m4c.campaigns.permissions import RUN_CAMPAIGNS as RUN
from m4c.campaigns.permissions import SEE_CAMPAIGNS as SEE
from m4c.campaigns.views import campaign
from m4c.campaigns.views import campaign_setup as setup
from m4c.core.routes import route

HOME = "organise/campaigns/"
ONE = f"{HOME}<uuid:uid>/"

urlpatterns = [
    route(HOME, campaign.campaigns, allow=SEE, name="campaigns"),
    route(f"{HOME}new/", campaign.begin, allow=RUN, name="begin-campaign"),
    route(ONE, campaign.campaign, allow=SEE, name="campaign"),
    route(f"{ONE}words/", campaign.change, allow=RUN, name="change-campaign"),
    route(f"{ONE}set-up/", setup.setup, allow=SEE, name="campaign-setup"),
    route(f"{ONE}authorisations/", setup.authorise, allow=AUTHORISE, name="authorise-campaign"),
    route(f"{ONE}status/", setup.move, allow=RUN, name="move-campaign"),
    route(f"{ONE}leads/", setup.name_lead, allow=RUN, name="name-campaign-lead"),
    route(f"{ONE}demands/", setup.state_demand, allow=RUN, name="state-demand"),
    route(f"{ONE}targets/", setup.aim, allow=RUN, name="aim-at"),
    route(f"{HOME}authorisations/<uuid:uid>/end/", setup.take_back, allow=AUTHORISE, name="take-back-authorisation"),
    route(f"{HOME}leads/<uuid:uid>/end/", setup.end_lead, allow=RUN, name="end-campaign-lead"),
    route(f"{HOME}demands/<uuid:uid>/words/", setup.reword_demand, allow=RUN, name="reword-demand"),
    route(f"{HOME}demands/<uuid:uid>/end/", setup.drop_demand, allow=RUN, name="drop-demand"),
    route(f"{HOME}targets/<uuid:uid>/end/", setup.release, allow=RUN, name="release-target"),
]
