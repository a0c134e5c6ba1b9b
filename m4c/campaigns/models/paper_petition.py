"""A petition on paper: its wording, the sheets that came in, and where it was handed in."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class PaperPetition(Record):
    """What people sign on paper, and to whom it goes."""

    labels = label(
        content="title wording to_whom",
        operational="campaign powerholder opened_on closed_on printed made_by made_at",
        kept="title wording to_whom",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=160)
    wording = models.TextField(_("what people sign"), max_length=2_000)
    powerholder = models.ForeignKey(
        "power.Powerholder", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_whom = models.CharField(_("to whom"), max_length=160, blank=True)
    opened_on = models.DateField(_("from"))
    closed_on = models.DateField(_("until"), null=True, blank=True)
    printed = models.PositiveIntegerField(_("sheets printed so far"), default=0)  # the next one has the next number
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = OfCampaignQuerySet["PaperPetition"].as_manager()

    class Meta:
        ordering = ["-opened_on", "-id"]

    def __str__(self) -> str:
        return self.title


class PetitionSheet(Record):
    """A sheet that came back: its number, how many signed it, and who counted."""

    labels = label(
        content="collected_by",
        operational="campaign petition number signatures struck counted_by counted_at",
        kept="",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    petition = models.ForeignKey(PaperPetition, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(_("number of the sheet"))
    signatures = models.PositiveSmallIntegerField(_("signatures on it"))
    struck = models.PositiveSmallIntegerField(_("of them not valid"), default=0)
    collected_by = models.CharField(_("who collected it"), max_length=120, blank=True)
    counted_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()

    objects = OfCampaignQuerySet["PetitionSheet"].as_manager()

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["petition", "number"], name="one_sheet_of_a_number"),
            models.CheckConstraint(name="no_more_struck_than_signed", condition=Q(struck__lte=models.F("signatures"))),
        ]

    def __str__(self) -> str:
        return f"sheet {self.number}"


class HandIn(Record):
    """A petition handed in: to whom, when, how many signatures, and when an answer is expected."""

    labels = label(
        content="to_whom received_by answer",
        operational="campaign petition on number answer_due answered_on added_by added_at",
        kept="to_whom received_by answer",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    petition = models.ForeignKey(PaperPetition, on_delete=models.CASCADE, related_name="+")
    on = models.DateField(_("handed in on"))
    to_whom = models.CharField(_("to whom"), max_length=160)
    received_by = models.CharField(_("who took it"), max_length=160, blank=True)
    number = models.PositiveIntegerField(_("number of signatures"))
    answer_due = models.DateField(_("answer expected by"), null=True, blank=True)
    answer = models.TextField(_("their answer"), max_length=2_000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["HandIn"].as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"handed in {self.on}"
