"""What others read of supporters' letters: a tab of the campaign, a way to take part, a name in their words."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.letters import public
from m4c.campaigns.models import LetterDrive, SupporterLetter
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.demo import CHAPTERS, Chapter
from m4c.people.erasing import mentions


def register() -> None:
    """Say what becomes of a name in a letter when somebody goes; and where letters stand on other pages."""
    mentions(LetterDrive, "ask", "points", what=_("their name in what supporters are asked to write"))
    mentions(SupporterLetter, "words", "answer", what=_("their name in a supporter's letter"))
    tab = CampaignTab(_("Letters and calls"), "campaign-letters", SEE_CAMPAIGNS, 65, only_campaigns=True)
    CAMPAIGN_TABS.add("letters", tab)
    public.register()
    CHAPTERS.add("letters", Chapter(112, "m4c.campaigns.letters.demo.tell"))
