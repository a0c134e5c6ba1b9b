"""Which campaigns strangers may answer: the only way by which public pages read them."""

from m4c.listening.models import ListeningCampaign
from m4c.listening.models.campaign import ListeningCampaignQuerySet


def open_campaigns() -> ListeningCampaignQuerySet:
    """Those whose questions stand open, with their group."""
    return ListeningCampaign.objects.filter(opened_at__isnull=False, closed_at=None).select_related("group")
