"""An export of people: who took whom out of the movement's own record, why, and to whom. The row outlives its file."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import EVERYWHERE
from m4c.people.models.protection import kept_safe_since
from m4c.people.permissions import SEE_EXPORTS

if TYPE_CHECKING:
    from m4c.people.models.account import Account

KEPT = timedelta(days=2)


class PeopleExportQuerySet(models.QuerySet["PeopleExport"]):
    """Which exports."""

    def visible_to(self, account: "Account") -> Self:
        """The records of one's own; of everybody for whoever answers for data protection. Not the files: `openable`."""
        return self if account.may(SEE_EXPORTS, EVERYWHERE) else self.filter(requested_by=account.pk)

    def openable_by(self, account: "Account") -> Self:
        """Those whose file the account may open: its own, made, kept yet, and nobody was kept safe since it was asked
        for, who might still be in it.
        """
        made = self.filter(made_at__isnull=False, forgotten_at=None, requested_by=account.pk)
        return made.filter(~kept_safe_since("requested_at"))

    def outdated(self, now: datetime) -> Self:
        """Those whose file has been kept long enough."""
        return self.filter(forgotten_at=None, requested_at__lt=now - KEPT)


class PeopleExport(Record):
    """One export, asked for and then made by the worker or the command line."""

    class Format(models.TextChoices):
        CSV = "csv", _("CSV, with Action Network's column names")
        XLSX = "xlsx", _("Excel (.xlsx)")
        VCARD = "vcard", _("vCard, for address books")
        JSON = "json", _("JSON")
        LABELS = "labels", _("Address labels (PDF)")
        LETTERS = "letters", _("Letters (PDF)")
        CALLS = "calls", _("Call list")

    labels = label(
        content="purpose recipient asked_for letter",
        special="picked",
        operational="format chosen with_died with_young requested_by requested_at language count made_at failed_at "
        "forgotten_at",
        kept="purpose recipient asked_for",
    )

    format = models.CharField(_("as"), max_length=8, choices=Format)
    purpose = models.CharField(_("what for"), max_length=300)
    recipient = models.CharField(_("who receives it outside the movement"), max_length=200, blank=True)
    asked_for = models.CharField(_("which people"), max_length=1_000, blank=True)  # the people list's own address
    picked = models.JSONField(default=list)  # uids of those ticked; empty: all that the address finds
    chosen = models.JSONField(default=list)  # names of fields
    letter = models.TextField(_("the letter"), blank=True)
    with_died = models.BooleanField(_("with those who died"), default=False)
    with_young = models.BooleanField(_("with those under 18"), default=False)
    requested_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(db_index=True)
    language = models.CharField(max_length=8, blank=True)
    count = models.PositiveIntegerField(_("how many"), null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = PeopleExportQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.CheckConstraint(name="export_has_a_purpose", condition=~Q(purpose="")),
            models.CheckConstraint(
                name="export_is_made_with_its_count",
                condition=Q(made_at=None, count=None) | Q(made_at__isnull=False, count__isnull=False),
            ),
            models.CheckConstraint(name="export_is_made_or_failed", condition=Q(made_at=None) | Q(failed_at=None)),
        ]

    def __str__(self) -> str:
        return f"export of people, {self.requested_at:%Y-%m-%d}"

    @property
    def state(self) -> str:
        """queued, made, failed or forgotten."""
        if self.forgotten_at:
            return "forgotten"
        if self.made_at:
            return "made"
        return "failed" if self.failed_at else "queued"

    @property
    def is_queued(self) -> bool:
        """Whether it is still to be made."""
        return self.state == "queued"

    @property
    def file_name(self) -> str:
        """What the file is called once it is on somebody's machine."""
        ending = {"vcard": "vcf", "labels": "pdf", "letters": "pdf"}.get(self.format, self.format)
        return f"people-{self.requested_at:%Y-%m-%d}.{ending}"
