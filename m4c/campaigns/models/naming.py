"""The decision to name, on a public page, somebody who holds no public office: two people and a reason."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.of_group import OfCampaignOrGroup, OfCampaignOrGroupQuerySet, of_one
from m4c.core.labels import label


class NamingDecision(OfCampaignOrGroup):
    """Who asked that a private owner be named, who decided on it, and why (domain.md, C5).

    It holds for a campaign; or for what a group tells of them where there is none.
    """

    labels = label(
        content="why answer",
        operational="campaign group powerholder asked_by asked_at decided_by decided_at agreed ended_at",
        kept="why answer",
    )

    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    why = models.CharField(_("why they should be named"), max_length=400)
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(_("reason of whoever decides"), max_length=400, blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    decided_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = OfCampaignOrGroupQuerySet["NamingDecision"].as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="a_name_is_decided_by_another", condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by"))
            ),
            models.CheckConstraint(
                name="a_name_is_decided_with_a_reason",
                condition=Q(decided_at=None, agreed=None)
                | (Q(agreed__isnull=False, decided_at__isnull=False) & ~Q(answer="")),
            ),
            models.UniqueConstraint(
                fields=["campaign", "powerholder"], condition=Q(ended_at=None), name="one_decision_to_name_somebody"
            ),
            models.UniqueConstraint(
                fields=["group", "powerholder"],
                condition=Q(ended_at=None, group__isnull=False),
                name="one_decision_of_a_group_to_name_somebody",
            ),
            models.CheckConstraint(name="a_name_is_decided_for_a_campaign_or_a_group", condition=of_one()),
        ]

    def __str__(self) -> str:
        return f"naming {self.pk}"
