"""What others read of approaches and the silence clock."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.approaches import ledger, ledger_words, panel, today
from m4c.campaigns.campaign_panels import CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.models import Approach, ApproachPaper, ClockPause, SilenceNotice
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.demo import CHAPTERS, Chapter
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import mentions, nameless
from m4c.people.groups.merging import follows
from m4c.people.merging import move


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    said = _("their name in what was said of an approach")
    move(Approach, "by_person")
    nameless(Approach, "by_person", _("that they approached a powerholder"), COUNTED)
    mentions(
        Approach,
        *("by_words", "asked", "words", "diverted_to", "corrected_because", "struck_because", "source"),
        what=said,
    )
    follows(Approach, title=_("approaches"))
    follows(ClockPause)
    mentions(ApproachPaper, "name", what=_("their name in the name of a paper"))
    mentions(ClockPause, "words", what=said)
    mentions(SilenceNotice, "page_words", "decided_by", "how", "reply", what=said)
    hold(
        "approaches",
        _("Approaches to powerholders"),
        Table(Approach, of=("by_person",), words=("words", "corrected_because", "struck_because", "source")),
    )
    ledger.register()
    ledger_words.register()
    panel.register()
    today.register()
    CAMPAIGN_TABS.add("approaches", CampaignTab(_("Approaches"), "campaign-approaches", SEE_CAMPAIGNS, 30))
    CHAPTERS.add("approaches", Chapter(104, "m4c.campaigns.approaches.demo.tell"))
