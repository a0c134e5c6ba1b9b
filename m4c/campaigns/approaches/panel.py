"""On a campaign's page: who has not answered, and for how long."""

from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.approaches.reading import Clocked, clock_alone
from m4c.campaigns.campaign_panels import CAMPAIGN_PANELS
from m4c.campaigns.models import Approach, Campaign
from m4c.campaigns.permissions import RECORD_APPROACHES, SEE_CAMPAIGNS
from m4c.core.panels import PRESSING, Panel
from m4c.core.visibility import Rows, scopes_of
from m4c.people.models import Account

MOST = 4


def context(account: Account, campaign: Campaign) -> dict[str, Any]:
    """Those of ours that wait for an answer, the earliest due first; it presses while one is silent. One statement."""
    rows = waiting(account, campaign)
    return told(account, campaign, rows) | {
        "presses": any(row.clock and row.clock.is_silent for row in rows),
        "is_new": False,
    }


def waiting(account: Account, campaign: Campaign) -> list[Clocked]:
    """As far as they fit on the page."""
    today = timezone.localdate()
    found = Approach.objects.visible_to(account).open().filter(campaign=campaign, is_ours=True, on__lte=today)
    first = found.select_related("powerholder").order_by(F("answer_due").asc(nulls_last=True), "on", "pk")
    return clock_alone(first.with_pauses()[:MOST], today)


def bare(account: Account, campaign: Campaign) -> dict[str, Any]:
    """Where nobody was approached yet."""
    return told(account, campaign, []) | {"presses": False, "is_new": True}


def told(account: Account, campaign: Campaign, rows: list[Clocked]) -> dict[str, Any]:
    """What the template reads either way."""
    may_record = account.may(RECORD_APPROACHES, scopes_of(campaign))
    return {"rows": rows, "campaign": campaign, "may_record": may_record}


def there(campaign: Campaign) -> Rows:
    """Any approach at all, ours or others'."""
    return Rows(Approach, Q(campaign=campaign, struck_at=None))


def register() -> None:
    """Put it on the campaign's page."""
    template, order = "campaigns/approaches_panel.html", PRESSING + 5
    panel = Panel(_("Who has not answered"), template, context, SEE_CAMPAIGNS, order, there, bare)
    CAMPAIGN_PANELS.add("approaches", panel)
