"""Source documents: who published them, their editions by year, numbered clauses, and who cites which."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models.campaign import OfCampaignQuerySet
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.power.models.public_role import ReferenceQuerySet


class SourceDocument(Record):
    """A published document that campaigns cite: a council's strategy, a yearly report with recommendations."""

    labels = label(
        content="title publisher_words", operational="publisher made_by made_at", kept="title publisher_words"
    )

    title = models.CharField(_("title"), max_length=200)
    publisher = models.ForeignKey(
        "power.Institution", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("body")
    )
    publisher_words = models.CharField(_("publisher, if not a body of ours"), max_length=160, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ReferenceQuerySet["SourceDocument"].as_manager()

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_document_has_a_publisher", condition=Q(publisher__isnull=False) | ~Q(publisher_words="")
            )
        ]

    def __str__(self) -> str:
        return self.title


class Edition(Record):
    """An edition of a document, by its year."""

    labels = label(content="name", operational="document year url added_by added_at", kept="name")

    document = models.ForeignKey(SourceDocument, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    name = models.CharField(_("name of the edition"), max_length=120, blank=True)
    url = models.URLField(_("its address"), max_length=300, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = ReferenceQuerySet["Edition"].as_manager()

    class Meta:
        ordering = ["year", "id"]
        constraints = [models.UniqueConstraint(fields=["document", "year"], name="one_edition_of_a_year")]

    def __str__(self) -> str:
        return str(self.year)


class Clause(Record):
    """A numbered objective, recommendation or clause, and whether it was fulfilled, as somebody says."""

    class Kind(models.TextChoices):
        OBJECTIVE = "objective", _("objective")
        RECOMMENDATION = "recommend", _("recommendation")
        CLAUSE = "clause", _("clause")

    labels = label(
        content="words fulfilled_source",
        operational="document kind number fulfilled_on added_by added_at",
        kept="words fulfilled_source",
    )

    document = models.ForeignKey(SourceDocument, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.CLAUSE)
    number = models.CharField(_("number"), max_length=20)
    words = models.TextField(_("its words"), max_length=2_000)
    fulfilled_on = models.DateField(_("fulfilled on"), null=True, blank=True)
    fulfilled_source = models.CharField(_("who says so"), max_length=200, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = ReferenceQuerySet["Clause"].as_manager()

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "kind", "number"], name="one_clause_of_a_number"),
            models.CheckConstraint(
                name="a_clause_is_fulfilled_by_a_source", condition=Q(fulfilled_on=None) | ~Q(fulfilled_source="")
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ClauseInEdition(models.Model):
    """That a clause stands in an edition, first or repeated, under the number that it has there."""

    labels = label(operational="clause edition number_there")

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    number_there = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["edition__year", "id"]
        constraints = [models.UniqueConstraint(fields=["clause", "edition"], name="a_clause_once_in_an_edition")]

    def __str__(self) -> str:
        return f"clause {self.clause_id} in edition {self.edition_id}"


class Citation(Record):
    """That a campaign cites a clause, and for what."""

    labels = label(content="words", operational="campaign clause added_by added_at", kept="words")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(_("for what"), max_length=300, blank=True)
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OfCampaignQuerySet["Citation"].as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["campaign", "clause"], name="a_clause_cited_once")]

    def __str__(self) -> str:
        return f"citation {self.pk}"
