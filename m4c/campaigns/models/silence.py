"""Days that do not count as silence, and the notice to a powerholder before silence is said in public."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.campaigns.models.of_group import OfCampaignOrGroup, OfCampaignOrGroupQuerySet, of_one
from m4c.core.labels import label
from m4c.core.models import Record


class ClockPauseQuerySet(OfCampaignOrGroupQuerySet["ClockPause"]):
    """Which pauses."""

    def touching(self, first: date, last: date) -> Self:
        """Those with a day from the first to the last."""
        return self.filter(Q(until=None) | Q(until__gte=first), since__lte=last, struck_at=None)


class ClockPause(OfCampaignOrGroup):
    """Days that do not count, in a campaign or in what a group asks without one: a pre-election period, a recess, or
    a pause that was agreed.
    """

    class Kind(models.TextChoices):
        ELECTION = "election", _("pre-election period")
        RECESS = "recess", _("recess")
        AGREED = "agreed", _("agreed pause")

    labels = label(
        content="words",
        operational="campaign group powerholder kind since until added_by added_at struck_at",
        kept="words",
    )

    powerholder = models.ForeignKey(  # of whom it holds; empty: of everybody in the campaign
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("why"), max_length=8, choices=Kind)
    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)  # the last day that does not count
    words = models.CharField(_("in words"), max_length=200, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True, blank=True)

    objects = ClockPauseQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_pause_ends_after_it_starts", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
            models.CheckConstraint(name="a_pause_is_of_a_campaign_or_a_group", condition=of_one()),
        ]

    def __str__(self) -> str:
        return f"{self.kind} from {self.since}"


class SilenceNoticeQuerySet(OfCampaignQuerySet["SilenceNotice"]):
    """Which notices."""


class SilenceNotice(Record):
    """That a group means to say in public that nobody answered: told to the powerholder, with the page as it reads.

    It may be public from `public_from`, by a decision of its own, and comes off when they answer.
    """

    labels = label(
        content="page_words how reply",
        operational="campaign powerholder approach decided_on decided_by notified_on public_from published_at "
        "published_by taken_off_at replied_on added_by added_at",
        kept="page_words how reply",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    approach = models.ForeignKey("campaigns.Approach", on_delete=models.CASCADE, related_name="+")
    decided_on = models.DateField(_("the group decided on"))
    decided_by = models.CharField(_("how the group decided"), max_length=200)
    page_words = models.TextField(_("as the page would read"), max_length=2_000)
    notified_on = models.DateField(_("told them on"), null=True, blank=True)
    how = models.CharField(_("how they were told"), max_length=160, blank=True)
    public_from = models.DateField(null=True, blank=True)
    reply = models.TextField(_("what they replied"), max_length=2_000, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_off_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = SilenceNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["approach"], condition=Q(taken_off_at=None), name="one_notice_of_silence"),
            models.CheckConstraint(
                name="silence_is_public_after_notice",
                condition=Q(published_at=None) | Q(notified_on__isnull=False, public_from__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"
