"""What others read of commitments: panels, a campaign's tab and totals, and the demo's last chapter."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.casework.roll_up import TOTALS, Total
from m4c.commitments.models import Commitment
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.sheets import panels
from m4c.core.demo import CHAPTERS, Chapter


def register() -> None:
    """Tell where it stands elsewhere."""
    panels.register()
    CAMPAIGN_TABS.add("commitments", CampaignTab(_("Commitments"), "campaign-commitments", SEE_COMMITMENTS, 56))
    TOTALS.add("commitments", Total(_("commitments"), Commitment.objects.all, 65, one=_("commitment")))
    CHAPTERS.add("commitments.showcase", Chapter(128, "m4c.commitments.sheets.demo.tell"))
