"""What wins add to a campaign's page: what was won, and that something won for a time is about to end."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_PANELS
from m4c.campaigns.models import Campaign
from m4c.commitments.models import Win
from m4c.commitments.permissions import RECORD_WINS, SEE_WINS
from m4c.commitments.wins.standing import standing_of
from m4c.core.panels import PRESSING, Panel
from m4c.core.visibility import Rows, scopes_of
from m4c.people.models import Account

NEWEST = 6


def wins_of(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """The latest wins of a campaign that one sees; it presses where one ends soon. One statement."""
    today = timezone.localdate()
    wins = Win.objects.visible_to(account).filter(campaign=campaign).with_last_look()
    rows = [(win, standing_of(win, win.last_seen, today)) for win in wins[:NEWEST]]
    presses = any(standing.ends or standing.look for _win, standing in rows)
    return none_yet(account, campaign) | {"rows": rows, "presses": presses}


def none_yet(account: Account, campaign: Campaign) -> dict[str, Any]:
    """The way to write down the first."""
    return {"rows": [], "campaign": campaign, "may_record": account.may(RECORD_WINS, scopes_of(campaign))}


def register() -> None:
    """Put them on the page."""
    panel = Panel(
        _("Wins"),
        "commitments/campaign_panel.html",
        wins_of,
        SEE_WINS,
        PRESSING + 32,
        rows=lambda campaign: Rows(Win, Q(campaign=campaign)),
        bare=none_yet,
    )
    CAMPAIGN_PANELS.add("commitments.wins", panel)
