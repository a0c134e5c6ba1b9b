"""Approaches to powerholders, ours and others', and what stops the clock of their silence."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.campaigns.models.of_group import OfCampaignOrGroup, OfCampaignOrGroupQuerySet, of_one
from m4c.campaigns.models.silence import ClockPause
from m4c.core.json_rows import rows_along
from m4c.core.labels import label
from m4c.core.models import Record


class ApproachQuerySet(OfCampaignOrGroupQuerySet["Approach"]):
    """Which approaches."""

    def open(self) -> Self:
        """Those still to be answered: silent, acknowledged without an answer, diverted, or answered in part."""
        return self.filter(outcome__in=Approach.STILL_OPEN, struck_at=None)

    def due(self, on: date) -> Self:
        """Open ones whose answer was due before this day."""
        return self.open().filter(answer_due__lt=on)

    def with_pauses(self) -> Self:
        """Each with `pauses`: kind, first day, last day and words of those that hold for it."""
        of_all = ClockPause.objects.filter(campaign=OuterRef("campaign"), struck_at=None)
        holding = of_all.filter(Q(powerholder=None) | Q(powerholder=OuterRef("powerholder")))
        return self.annotate(pauses=rows_along(holding, "campaign", "kind", "since", "until", "words"))


class Approach(OfCampaignOrGroup):
    """One dated attempt to reach a powerholder: by whom, how, what was asked, by when, and the answer or silence.

    It is one of a campaign; or of a group, that asks after what was promised to it without one.
    """

    class Channel(models.TextChoices):
        CALL = "call", _("call")
        MESSAGE = "message", _("message")
        EMAIL = "email", _("e-mail")
        LETTER = "letter", _("letter")
        MEETING = "meeting", _("in person")
        POST = "post", _("public post")
        PETITION = "petition", _("petition")
        OTHER = "other", _("other")

    class Outcome(models.TextChoices):
        NONE = "", _("no answer yet")
        ACKNOWLEDGED = "acknowledged", _("acknowledged, no answer")
        DIVERTED = "diverted", _("sent on to a lower department")
        PARTLY = "partly", _("answered in part")
        ANSWERED = "answered", _("answered")
        REFUSED = "refused", _("refused")
        BANNED = "banned", _("contact banned")
        WITHDRAWN = "withdrawn", _("we took it back")

    STILL_OPEN = ("", "acknowledged", "diverted", "partly")

    labels = label(
        content="by_words asked words diverted_to corrected_because struck_because source to_review",
        operational="campaign group powerholder office on channel is_ours by_person answer_due outcome answered_on "
        "follows added_by added_at corrected_at struck_at",
        kept="asked words diverted_to corrected_because struck_because source to_review",
    )

    powerholder = models.ForeignKey("power.Powerholder", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("power.Office", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("when"))
    channel = models.CharField(_("how"), max_length=8, choices=Channel)
    is_ours = models.BooleanField(_("ours"), default=True)
    by_person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by whom")
    )
    by_words = models.CharField(_("by whom, if not one of our people"), max_length=160, blank=True)
    asked = models.CharField(_("what was asked"), max_length=400)
    answer_due = models.DateField(_("answer expected by"), null=True, blank=True)
    outcome = models.CharField(_("what became of it"), max_length=12, choices=Outcome, blank=True, default="")
    answered_on = models.DateField(_("when they answered"), null=True, blank=True)
    words = models.TextField(_("their words"), max_length=4_000, blank=True)
    diverted_to = models.CharField(_("sent on to"), max_length=160, blank=True)
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    source = models.CharField(_("source, of others' attempts"), max_length=200, blank=True)
    to_review = models.CharField(max_length=200, blank=True)
    corrected_at = models.DateTimeField(null=True, blank=True)
    corrected_because = models.CharField(_("why it was put right"), max_length=200, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True)  # entered in error
    struck_because = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    pauses: list[tuple[str, str, str | None, str]] | None  # of with_pauses()

    objects = ApproachQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "approaches"
        constraints = [
            models.CheckConstraint(
                name="an_answer_comes_after_the_approach", condition=Q(answered_on=None) | Q(answered_on__gte=F("on"))
            ),
            models.CheckConstraint(
                name="an_answer_is_due_after_the_approach", condition=Q(answer_due=None) | Q(answer_due__gte=F("on"))
            ),
            models.CheckConstraint(
                name="an_answer_has_its_day",
                condition=Q(outcome__in=["", "withdrawn"]) | Q(answered_on__isnull=False) | ~Q(to_review=""),
            ),
            models.CheckConstraint(name="an_approach_is_of_a_campaign_or_a_group", condition=of_one()),
        ]
        indexes = [
            models.Index(fields=["campaign", "-on"], name="approaches_of_a_campaign"),
            models.Index(fields=["powerholder", "outcome"], name="approaches_to_somebody"),
        ]

    def __str__(self) -> str:
        return f"approach {self.pk}"


class ApproachPaperQuerySet(OfCampaignQuerySet["ApproachPaper"]):
    """Which papers."""


class ApproachPaper(Record):
    """A file that belongs to an approach: the letter that was sent, or the answer. It lies under its uid."""

    labels = label(content="name", operational="campaign approach type size fingerprint added_by added_at withdrawn_at")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    approach = models.ForeignKey(Approach, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=4)
    size = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # the file is gone

    objects = ApproachPaperQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
