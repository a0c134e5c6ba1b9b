"""Placements on a campaign's power map: who stood where on a day, and what shows it."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.campaigns.models.campaign_parts import Target
from m4c.core.labels import label
from m4c.core.models import Record


class PlacementQuerySet(OfCampaignQuerySet["Placement"]):
    """Which placements."""

    def newest_of_each(self) -> Self:
        """Of each powerholder and group of a campaign the newest, by day and then by when it was made."""
        newer = self.model._default_manager.filter(campaign=OuterRef("campaign"), undone_at=None).order_by("-on", "-id")
        of_them = newer.filter(
            Q(powerholder=OuterRef("powerholder")) | Q(institution=OuterRef("institution")) | Q(group=OuterRef("group"))
        )
        return self.filter(undone_at=None, pk=Subquery(of_them.values("pk")[:1]))

    def with_target(self) -> Self:
        """Each with `is_target`: whether the campaign aims at the powerholder who was placed."""
        of_campaign = Target.objects.filter(campaign=OuterRef("campaign"), until=None)
        return self.annotate(is_target=Exists(of_campaign.filter(powerholder=OuterRef("powerholder"))))


class Placement(Record):
    """Where a powerholder, a body or a group stood on a day: power over this decision, and for or against us.

    Never a private person. Power is 0 to 10 and position -3 to 3 (domain.md, A4), each dated and with its evidence.
    """

    labels = label(
        content="evidence",
        operational="campaign powerholder institution group power position on by at undone_at",
        kept="evidence",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    institution = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    power = models.PositiveSmallIntegerField(_("power over this decision"))
    position = models.SmallIntegerField(_("where they stand"))
    evidence = models.CharField(_("what shows it"), max_length=300)
    on = models.DateField(_("as of"))
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    is_target: bool  # of with_target()

    objects = PlacementQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="one_is_placed",
                condition=Q(powerholder__isnull=False, institution=None, group=None)
                | Q(powerholder=None, institution__isnull=False, group=None)
                | Q(powerholder=None, institution=None, group__isnull=False),
            ),
            models.CheckConstraint(name="power_is_0_to_10", condition=Q(power__gte=0, power__lte=10)),
            models.CheckConstraint(name="position_is_3_either_way", condition=Q(position__gte=-3, position__lte=3)),
        ]
        indexes = [models.Index(fields=["campaign", "-on"], name="placements_of_a_campaign")]

    def __str__(self) -> str:
        return f"placement {self.pk}"
