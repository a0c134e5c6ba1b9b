"""On a campaign's page: the next steps of its ladder, and whether one of them is due."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_PANELS
from m4c.campaigns.ladder.standing import Stand, standings_of
from m4c.campaigns.models import Campaign, LadderStep
from m4c.campaigns.permissions import RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.core.panels import PRESSING, Panel
from m4c.core.visibility import Rows, scopes_of
from m4c.people.models import Account

MOST = 3
PRESSES = (Stand.DUE, Stand.LAPSED, Stand.HAPPENED, Stand.HELD)


def context(account: Account, campaign: Campaign) -> dict[str, Any]:
    """The next steps with where each stands; one statement. It presses where one is due, held, or to be closed."""
    rows = LadderStep.objects.visible_to(account).standing().filter(campaign=campaign, done_on=None)
    standings = standings_of(rows[:MOST], timezone.now())
    presses = any(each.stand in PRESSES for each in standings)
    return {"standings": standings, "campaign": campaign, "presses": presses, "is_new": False}


def bare(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """Where no step is prepared yet; a community project has none."""
    if campaign.kind != Campaign.Kind.CAMPAIGN or not account.may(RUN_CAMPAIGNS, scopes_of(campaign)):
        return None
    return {"standings": [], "campaign": campaign, "presses": False, "is_new": True}


def there(campaign: Campaign) -> Rows:
    """Any step at all."""
    return Rows(LadderStep, Q(campaign=campaign, cancelled_at=None))


def register() -> None:
    """Put it on the campaign's page."""
    template = "campaigns/ladder_panel.html"
    panel = Panel(_("What we do next"), template, context, SEE_CAMPAIGNS, PRESSING + 6, there, bare)
    CAMPAIGN_PANELS.add("ladder", panel)
