"""Addresses of campaigns that everybody may read about, in each language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import campaigns

urlpatterns = [
    route("campaigns/", campaigns.campaigns, allow=PUBLIC, name="public-campaigns"),
    route("campaigns/<slug:slug>/", campaigns.campaign, allow=PUBLIC, name="public-campaign"),
    route("campaigns/<slug:slug>/picture.png", campaigns.picture, allow=PUBLIC, name="public-campaign-picture"),
]
