"""What others read of a campaign, what it consists of and its case."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.permissions import SEE_CAMPAIGNS


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    CAMPAIGN_TABS.add("campaign", CampaignTab(_("At a glance"), "campaign", SEE_CAMPAIGNS, 10))
