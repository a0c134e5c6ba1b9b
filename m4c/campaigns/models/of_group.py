"""What belongs to a campaign, or to a group itself: a commitment may be to a group that ran no campaign for it."""

from collections.abc import Collection, Iterable
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from m4c.campaigns.models.campaign import Campaign
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.models import Record
from m4c.people.models import Account

Row = TypeVar("Row", bound=models.Model)


class OfCampaignOrGroupQuerySet(models.QuerySet[Row]):
    """Rows of a campaign, seen by those who see it; and rows of a group, seen as its campaigns are."""

    def visible_to(self, account: Account) -> Self:
        """Those of campaigns that one may see, and of one's groups."""
        of_campaign = Q(campaign__in=Campaign.objects.visible_to(account).order_by())
        return self.filter(of_campaign | account.sight.of_group("group", SEE_CAMPAIGNS))


class OfCampaignOrGroup(Record):
    """Of a campaign, or of a group: one of the two."""

    class Meta:
        abstract = True

    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    group = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    @classmethod
    def scope(cls, ids: Collection[int]) -> Iterable[tuple[int, str]]:
        """The path of the group that each belongs to."""
        path = Coalesce("campaign__group__path", "group__path")
        return cls._default_manager.filter(pk__in=ids).values_list("pk", path)


def of_one() -> Q:
    """That a row is of a campaign or of a group, and not of both."""
    return Q(campaign__isnull=False, group=None) | Q(campaign=None, group__isnull=False)
