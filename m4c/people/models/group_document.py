"""A group's documents with their versions: what, who put it there and when. The files lie in the data folder."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.membership import Membership
from m4c.people.permissions import SEE_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class GroupDocumentQuerySet(models.QuerySet["GroupDocument"]):
    """Which documents."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the very groups one belongs to or has a role in, those of groups whose people one sees, and what a
        group opened to everybody who signs in. They do not rise to the members of the groups above.
        """
        if account.system:
            return self
        seen = Q(audience=GroupDocument.Audience.EVERYBODY) | account.sight.of_group("group", SEE_PEOPLE)
        if account.is_active:
            seen |= Q(group__in=[group.pk for _role, group in account.held])
            if account.person_id:
                seen |= Q(group__in=Membership.objects.open().filter(person=account.person_id).values("group"))
        return self.filter(seen)


class GroupDocument(Record):
    """A document of a group under one title, whatever its versions were called."""

    class Audience(models.TextChoices):
        GROUP = "group", _("the group's own people")
        EVERYBODY = "everybody", _("everybody who signs in")

    labels = label(content="title", operational="group audience made_by made_at", kept="title")
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=120)
    audience = models.CharField(_("who may open it"), max_length=9, choices=Audience, default=Audience.GROUP)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = GroupDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class DocumentVersionQuerySet(models.QuerySet["DocumentVersion"]):
    """Which versions."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the documents one may see."""
        return self.filter(document__in=GroupDocument.objects.visible_to(account))

    def standing(self) -> Self:
        """Those whose file was not taken away."""
        return self.filter(withdrawn_at=None)


class DocumentVersion(Record):
    """One version of a document: its file, what changed, who put it there and when. One taken away leaves its line."""

    class Type(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", _("Word (.docx)")
        XLSX = "xlsx", _("Excel (.xlsx)")
        PPTX = "pptx", _("PowerPoint (.pptx)")
        ODT = "odt", _("OpenDocument text (.odt)")
        ODS = "ods", _("OpenDocument sheet (.ods)")
        ODP = "odp", _("OpenDocument slides (.odp)")
        TXT = "txt", _("plain text (.txt)")
        CSV = "csv", "CSV"
        PNG = "png", _("picture (.png)")
        JPG = "jpg", _("picture (.jpg)")

    labels = label(
        content="file_name remark",
        operational="document number type size fingerprint by at withdrawn_by withdrawn_at",
        kept="file_name remark",
    )
    scope = "document__group__path"

    document = models.ForeignKey(GroupDocument, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    file_name = models.CharField(max_length=200)
    type = models.CharField(max_length=4, choices=Type)  # what the file is, whatever its name says
    size = models.PositiveIntegerField()  # bytes
    fingerprint = models.CharField(max_length=64)  # SHA-256 of the file
    remark = models.CharField(_("what is new in it"), max_length=300, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DocumentVersionQuerySet.as_manager()

    class Meta:
        ordering = ["document", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="one_version_of_a_number"),
            models.CheckConstraint(
                name="version_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of document {self.document_id}"
