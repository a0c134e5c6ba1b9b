"""Which campaigns everybody may know of, and which groups a public page names: the one way by which it reads both."""

from django.utils import timezone

from m4c.campaigns.models import Campaign
from m4c.campaigns.models.campaign import CampaignQuerySet
from m4c.people.models import Group

NAMED = {Group.Kind.MOVEMENT, Group.Kind.NATION, Group.Kind.REGION, Group.Kind.LOCAL, Group.Kind.TEAM}


def public_campaigns() -> CampaignQuerySet:
    """Those whose page strangers may read, with their group."""
    return Campaign.objects.public().select_related("group")


def any_public() -> bool:
    """Whether there is one."""
    return Campaign.objects.public().exists()


def group_named(group: Group) -> str:
    """The group's name, where the public site lists such groups; blank for party branches, partners and coalitions."""
    stands = group.ended_on is None or group.ended_on > timezone.localdate()
    return group.name if stands and group.kind in NAMED else ""
