"""How the workspace's search box finds campaigns: by any part of a name, a place or a workplace."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.search import SOURCES, Hit, Source, holds
from m4c.people.models import Account


def find_campaigns(account: Account, words: str, limit: int) -> list[Hit]:
    """Campaigns of one's groups, the latest first. One statement."""
    named = holds("name", words) | holds("place", words) | holds("workplace", words)
    found = Campaign.objects.visible_to(account).filter(named).select_related("group")
    return [
        Hit(one.name, reverse("campaign", args=[one.uid]), f"{one.get_status_display()} · {one.group}")
        for one in found[:limit]
    ]


def register() -> None:
    """Put them into the search box."""
    SOURCES.add("campaigns", Source(_("Campaigns"), "flag", SEE_CAMPAIGNS, find_campaigns, order=45))
