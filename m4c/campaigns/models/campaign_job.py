"""That a job is for a campaign: what is to be done, whose it is and by when stand with the job itself."""

from typing import Self

from django.db import models

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.events.models import Job
from m4c.people.models import Account


class CampaignJobQuerySet(OfCampaignQuerySet["CampaignJob"]):
    """Which jobs of campaigns."""

    def visible_to(self, account: Account) -> Self:
        """Those of campaigns and of jobs that one may see."""
        return super().visible_to(account).filter(job__in=Job.objects.visible_to(account).order_by())


class CampaignJob(models.Model):
    """A job of a campaign."""

    labels = label(operational="campaign job")

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    job = models.OneToOneField("events.Job", on_delete=models.CASCADE, related_name="+")

    objects = CampaignJobQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"job {self.job_id} of a campaign"
