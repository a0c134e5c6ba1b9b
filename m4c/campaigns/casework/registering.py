"""What others read of a campaign, what it consists of and its case."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_PANELS, CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.casework import comings, gifts, jobs, roll_up, searched
from m4c.campaigns.casework.issue_panel import ORDER, campaigns_of_issue
from m4c.campaigns.permissions import RUN_CAMPAIGNS, SEE_CAMPAIGNS
from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.navigation import PLACES, Place
from m4c.core.panels import Panel
from m4c.events.meetings.jobs_for import JOBS_FOR
from m4c.listening.deciding.issue_panels import ISSUE_PANELS
from m4c.listening.permissions import SEE_LISTENING


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    PLACES.add("campaigns", Place(_("Campaigns"), "campaigns", "flag", SEE_CAMPAIGNS, 50))
    for name, tab in tabs().items():
        CAMPAIGN_TABS.add(name, tab)
    gifts_panel = Panel(
        _("Gifts in kind"), "campaigns/gifts_panel.html", gifts.latest_gifts, SEE_CAMPAIGNS, 20, gifts.rows
    )
    CAMPAIGN_PANELS.add("gifts", gifts_panel)
    to_do = (_("Jobs"), "campaigns/jobs_panel.html", jobs.jobs_of, SEE_CAMPAIGNS, 52, jobs.rows, jobs.way_to_one)
    CAMPAIGN_PANELS.add("jobs", Panel(*to_do))
    JOBS_FOR.add("campaigns", jobs.told_for)
    panel = Panel(_("Campaigns"), "campaigns/issue_panel.html", campaigns_of_issue, SEE_LISTENING, ORDER)
    ISSUE_PANELS.add("campaigns", panel)
    roll_up.register()
    searched.register()
    comings.register()
    CHAPTERS.add("campaigns", Chapter(102, "m4c.campaigns.casework.demo.tell"))


def tabs() -> dict[str, CampaignTab]:
    """The pages of a campaign that this package keeps."""
    told: dict[str, tuple[Any, ...]] = {
        "campaign": (_("At a glance"), "campaign", SEE_CAMPAIGNS, 10),
        "case": (_("The case"), "campaign-case", SEE_CAMPAIGNS, 60),
        "backers": (_("Backers"), "campaign-backers", SEE_CAMPAIGNS, 70),
        "family": (_("Where it belongs"), "campaign-family", SEE_CAMPAIGNS, 80),
        "setup": (_("How it is set up"), "campaign-setup", SEE_CAMPAIGNS, 90),
    }
    found = {name: CampaignTab(*given) for name, given in told.items()}
    gifts_tab = CampaignTab(_("Gifts in kind"), "campaign-gifts", RUN_CAMPAIGNS, 65, only_projects=True)
    return found | {"gifts": gifts_tab}
