"""A conditional truce: the target offers something, and a step is held against a condition and a day."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class TruceQuerySet(OfCampaignQuerySet["Truce"]):
    """Which truces."""

    def holding(self) -> Self:
        """Those neither kept nor lapsed."""
        return self.filter(settled_at=None)


class Truce(Record):
    """The target offers something; the step is held against a condition and a day. If it lapses the step comes back."""

    class Outcome(models.TextChoices):
        KEPT = "kept", _("kept")
        LAPSED = "lapsed", _("lapsed")

    labels = label(
        content="offered condition settled_words",
        operational="campaign step offered_at until outcome settled_at agreed_by made_at",
        kept="offered condition settled_words",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    step = models.ForeignKey("campaigns.LadderStep", on_delete=models.CASCADE, related_name="+")
    offered = models.CharField(_("what they offered"), max_length=300)
    offered_at = models.DateTimeField(_("when"))
    condition = models.CharField(_("on which condition we stop"), max_length=300)
    until = models.DateTimeField(_("until when"))
    outcome = models.CharField(max_length=6, choices=Outcome, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_words = models.CharField(_("what came of it"), max_length=300, blank=True)
    agreed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = TruceQuerySet.as_manager()

    class Meta:
        ordering = ["-offered_at", "-id"]
        constraints = [
            models.CheckConstraint(name="a_truce_runs_on", condition=Q(until__gt=F("offered_at"))),
            models.CheckConstraint(
                name="a_truce_is_settled_one_way",
                condition=Q(outcome="", settled_at=None) | (~Q(outcome="") & Q(settled_at__isnull=False)),
            ),
            models.UniqueConstraint(fields=["step"], condition=Q(settled_at=None), name="one_truce_holds_a_step"),
        ]

    def __str__(self) -> str:
        return f"truce {self.pk}"
