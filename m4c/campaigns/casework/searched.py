"""How the workspace's search box finds campaigns: by any part of a name, a place or a workplace."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.core.search import SOURCES, Hit, Source, fits, patterns
from m4c.people.models import Account


def find_campaigns(account: Account, words: str, limit: int) -> list[Hit]:
    """Campaigns of one's groups, the latest first. One statement."""
    found, url = called(account, patterns(words), range(limit)), address_by_uid("campaign")
    return [Hit(one.name, url(one.uid), f"{one.get_status_display()} · {one.group}") for one in found]


@prepared
def called(account: Account, words: list[str], places: range) -> QuerySet[Campaign]:
    """The first of them, as many as there are places."""
    named = fits("name", words) | fits("place", words) | fits("workplace", words)
    return Campaign.objects.visible_to(account).filter(named).select_related("group")[: len(places)]


def register() -> None:
    """Put them into the search box."""
    SOURCES.add("campaigns", Source(_("Campaigns"), "flag", SEE_CAMPAIGNS, find_campaigns, order=45))
