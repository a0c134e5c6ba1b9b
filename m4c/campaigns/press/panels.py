"""What press adds to a campaign's page: the latest that was published, and the way to its public page."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_PANELS, CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.models import Campaign, PressItem
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.panels import PRESSING, Panel
from m4c.core.visibility import Rows
from m4c.people.models import Account

NEWEST = 4


def press_of(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """The latest that was published. One statement."""
    found = PressItem.objects.visible_to(account).filter(campaign=campaign)
    return {"items": list(found[:NEWEST]), "campaign": campaign}


def nothing_yet(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """The way there."""
    return {"items": [], "campaign": campaign}


def register() -> None:
    """Put them there."""
    panel = Panel(
        _("Press and the public page"),
        "campaigns/press_panel.html",
        press_of,
        SEE_CAMPAIGNS,
        PRESSING + 50,
        rows=lambda campaign: Rows(PressItem, Q(campaign=campaign)),
        bare=nothing_yet,
    )
    CAMPAIGN_PANELS.add("campaigns.press", panel)
    CAMPAIGN_TABS.add("press", CampaignTab(_("Press"), "campaign-press", SEE_CAMPAIGNS, 70))
    CAMPAIGN_TABS.add("public-page", CampaignTab(_("Public page"), "campaign-public-page", SEE_CAMPAIGNS, 80))
