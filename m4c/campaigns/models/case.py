"""The case of a campaign: evidence that was gathered, source documents with their editions and clauses, gifts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record


class Evidence(Record):
    """A piece of the case: a survey, an answer to a request, photographs, figures; its day, source and gatherer."""

    class Kind(models.TextChoices):
        SURVEY = "survey", _("survey")
        FOI = "foi", _("answer to an information request")
        PHOTOGRAPHS = "photos", _("photographs")
        FIGURES = "figures", _("figures")
        REPORT = "report", _("report")
        OTHER = "other", _("other")

    labels = label(
        content="title words source file_name",
        operational="campaign kind on source_url gathered_by type is_public withdrawn_at added_by added_at",
        kept="title words source",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=7, choices=Kind)
    title = models.CharField(_("what it shows"), max_length=160)
    words = models.TextField(_("in words or figures"), max_length=4_000, blank=True)
    on = models.DateField(_("when"))
    source = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    gathered_by = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("gathered by"),
    )
    # Its file, if it has one, lies with the documents under its uid (people/documents/files.py).
    file_name = models.CharField(max_length=200, blank=True)
    type = models.CharField(max_length=4, blank=True)
    is_public = models.BooleanField(_("may stand on the public page"), default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["Evidence"].as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.title


class Gift(Record):
    """A gift in kind to a community project: what, how many, from whom in words, where it went."""

    labels = label(
        content="what giver went_to", operational="campaign how_many on added_by added_at", kept="what went_to"
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    what = models.CharField(_("what"), max_length=120)
    how_many = models.PositiveIntegerField(_("how many"), default=1)
    giver = models.CharField(_("from whom"), max_length=120, blank=True)
    went_to = models.CharField(_("where it went"), max_length=160, blank=True)
    on = models.DateField(_("when"))
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["Gift"].as_manager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return self.what
