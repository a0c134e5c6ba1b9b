"""What others read of a campaign, what it consists of and its case."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.casework import roll_up
from m4c.campaigns.casework.issue_panel import ORDER, campaigns_of_issue
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.navigation import PLACES, Place
from m4c.core.panels import Panel
from m4c.listening.deciding.issue_panels import ISSUE_PANELS
from m4c.listening.permissions import SEE_LISTENING


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    PLACES.add("campaigns", Place(_("Campaigns"), "campaigns", "flag", SEE_CAMPAIGNS, 50))
    CAMPAIGN_TABS.add("campaign", CampaignTab(_("At a glance"), "campaign", SEE_CAMPAIGNS, 10))
    CAMPAIGN_TABS.add("setup", CampaignTab(_("How it is set up"), "campaign-setup", SEE_CAMPAIGNS, 90))
    panel = Panel(_("Campaigns"), "campaigns/issue_panel.html", campaigns_of_issue, SEE_LISTENING, ORDER)
    ISSUE_PANELS.add("campaigns", panel)
    roll_up.register()
