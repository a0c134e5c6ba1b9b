"""What a campaign's page gathers: panels and tabs of all its parts, each told by the package that keeps the part.

A panel of an order below 10 stands right below the problem and the demand, as what to do next; of the others those
below 50 stand in the wide column and the rest beside it.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from m4c.core.panels import Panel
from m4c.core.permissions import Permission
from m4c.core.register import Register

BESIDE = 50  # panels from this order on stand beside the rest, where there is room


@dataclass(frozen=True, eq=False)
class CampaignTab:
    """A page of a campaign, by the name of its address, which takes the campaign's uid."""

    label: "str | Promise"
    route: str
    allow: Permission
    order: int
    only_campaigns: bool = False  # a community project has none
    only_projects: bool = False  # a campaign has none

    def is_of(self, campaign: Any) -> bool:
        """Whether such a campaign or project has it."""
        is_project = campaign.kind == campaign.Kind.PROJECT
        return not (self.only_campaigns and is_project) and not (self.only_projects and not is_project)


CAMPAIGN_PANELS: Register[Panel] = Register("Panels on a campaign's page.")
CAMPAIGN_TABS: Register[CampaignTab] = Register("Pages of a campaign, as tabs above each of them.")


def campaign_tabs(account: Any, campaign: Any, current: str) -> list[dict[str, Any]]:
    """The pages of a campaign that the account may open; `current` is the route of the page that shows them."""
    shown = [
        tab
        for tab in sorted(CAMPAIGN_TABS.all(), key=lambda tab: tab.order)
        if account.may_somewhere(tab.allow) and tab.is_of(campaign)
    ]
    return [
        {"label": tab.label, "url": reverse(tab.route, kwargs={"uid": campaign.uid}), "current": tab.route == current}
        for tab in shown
    ]
