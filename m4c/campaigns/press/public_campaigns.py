"""Which campaigns everybody may know of, and which groups a public page names: the one way by which it reads both."""

from datetime import datetime

from django.db.models import Exists
from django.utils import timezone

from m4c.campaigns.models import Campaign, Demand
from m4c.campaigns.models.campaign import CampaignQuerySet
from m4c.campaigns.press.naming import names_veiled
from m4c.people.models import Group

NAMED = {Group.Kind.MOVEMENT, Group.Kind.NATION, Group.Kind.REGION, Group.Kind.LOCAL, Group.Kind.TEAM}


def public_campaigns() -> CampaignQuerySet:
    """Those whose page strangers may read, with their group."""
    return Campaign.objects.public().select_related("group")


def any_public() -> Exists:
    """Whether there is one, to be asked along with something else."""
    return Exists(Campaign.objects.public())


def group_named(group: Group) -> str:
    """The group's name, where the public site lists such groups; blank for party branches, partners and coalitions."""
    stands = group.ended_on is None or group.ended_on > timezone.localdate()
    return group.name if stands and group.kind in NAMED else ""


def cards_of(campaigns: list[Campaign], now: datetime) -> list[tuple[Campaign, str, str]]:
    """Each with its demand and its group as they may be told. Five statements for all of them."""
    demands: dict[int, str] = {}
    for demand in Demand.objects.filter(campaign__in=campaigns, ended_on=None):
        demands.setdefault(demand.campaign_id, demand.words)
    told = names_veiled(campaigns, timezone.localdate(now))
    rows = []
    for campaign in campaigns:
        naming = told[campaign.pk]
        campaign.told_name = naming.veil(campaign.name)  # type: ignore[attr-defined]
        rows.append((campaign, naming.veil(demands.get(campaign.pk, "")), group_named(campaign.group)))
    return rows
