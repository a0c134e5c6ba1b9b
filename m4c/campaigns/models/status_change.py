"""How a campaign came to stand where it stands: each change of its status, on which day and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import Campaign, OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class StatusChange(Record):
    """That a campaign was prepared, ran, paused or ended from a day on, and the reason that was given."""

    labels = label(content="why", operational="campaign status on by made_at", kept="why")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    status = models.CharField(_("where it stands"), max_length=7, choices=Campaign.Status)
    on = models.DateField(_("since"))
    why = models.CharField(_("why"), max_length=300, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = OfCampaignQuerySet["StatusChange"].as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["campaign", "-on"], name="how_a_campaign_stood")]

    def __str__(self) -> str:
        return f"{self.status} since {self.on}"
