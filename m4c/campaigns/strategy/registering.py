"""What others read of the strategy chart and the power map."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_PANELS, CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.models import ChartEntry, ChartVersion, Placement
from m4c.campaigns.operations.erasing_chart import without_their_name
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.campaigns.strategy.panels import chart_and_map
from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.panels import Panel
from m4c.people.erasing import Eraser, Outcome, add, mentions, saying
from m4c.people.groups.merging import follows


def erasers() -> None:
    """What becomes of rows when somebody is erased: none of them should name a private person, and some will."""
    said = _("their name in how a campaign was planned")
    mentions(ChartEntry, "words", "constituency", what=said)
    mentions(Placement, "evidence", what=said)
    rows = saying(ChartVersion, "words", "entries", words=lambda forgotten: forgotten.names)
    add(
        ChartVersion,
        "mentions",
        Eraser(ChartVersion, Outcome.NAMELESS, said, rows=rows, erase=without_their_name, by_name=True),
    )


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    erasers()
    follows(Placement, title=_("places on power maps"))
    CAMPAIGN_TABS.add(
        "strategy-chart", CampaignTab(_("Strategy chart"), "strategy-chart", SEE_CAMPAIGNS, 30, only_campaigns=True)
    )
    CAMPAIGN_TABS.add("power-map", CampaignTab(_("Power map"), "power-map", SEE_CAMPAIGNS, 32, only_campaigns=True))
    CAMPAIGN_PANELS.add(
        "strategy", Panel(_("Who stands where"), "campaigns/strategy_panel.html", chart_and_map, SEE_CAMPAIGNS, 55)
    )
    CHAPTERS.add("strategy", Chapter(105, "m4c.campaigns.strategy.demo.tell"))
