"""A sheet brought in from a file, and what became of each of its rows."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.permissions import Role
from m4c.people.models.account import Account
from m4c.people.permissions import IMPORT_PEOPLE


class SheetImportQuerySet(models.QuerySet["SheetImport"]):
    """Which imports."""

    def visible_to(self, account: Account) -> Self:
        """One's own, and those that the command line brought into one's groups; nobody else's."""
        if account.system:
            return self
        from_machine = Q(by__system__in=[Role.IMPORTER, Role.OPERATOR]) & account.sight.of_group("group", IMPORT_PEOPLE)
        return self.filter(Q(by=account.pk) | from_machine)

    def unfinished(self) -> Self:
        """Those that were confirmed and are not written to the end."""
        return self.exclude(confirmed_at=None).filter(done_at=None, undo_at=None)


class SheetImport(Record):
    """A file on its way in. What it is to become stands in its times; its rows are kept until they are forgotten."""

    class Phase(models.TextChoices):
        GIVEN = "given", _("waiting for its columns to be looked at")
        READING = "reading", _("being read")
        READY = "ready", _("ready to be brought in")
        WRITING = "writing", _("being brought in")
        DONE = "done", _("brought in")
        UNDOING = "undoing", _("being undone")
        UNDONE = "undone", _("undone")

    labels = label(
        content="file_name",
        operational=(
            "kind group by fingerprint layout details problem length written_to finished_to counts made "
            "made_at settled_at read_at confirmed_at done_at undo_at undone_at forgotten_at"
        ),
        kept="file_name",
    )
    scope = "group__path"

    kind = models.CharField(_("what it holds"), max_length=20)  # a name in IMPORT_KINDS
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(_("file"), max_length=200)
    fingerprint = models.CharField(max_length=64, db_index=True)  # SHA-256 of the file
    layout = models.JSONField(default=dict)  # encoding, separator, which column means what
    details = models.JSONField(default=dict)  # the kind's own questions: {"day": "2010-06-05", "session": "full"}
    problem = models.CharField(max_length=300, blank=True)  # why the file could not be read
    length = models.PositiveIntegerField(default=0)  # rows that hold anything, known once it is read
    written_to = models.PositiveIntegerField(default=0)  # line of the last row written
    finished_to = models.PositiveIntegerField(default=0)  # the same for the second pass
    counts = models.JSONField(default=dict)  # what was newly written: {"one_to_ones": 12}
    made = models.JSONField(default=list)  # traces of what was made once for the whole sheet
    made_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    undo_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = SheetImportQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="import_done_once_confirmed", condition=Q(done_at=None) | ~Q(confirmed_at=None)
            ),
            models.CheckConstraint(name="import_undone_once_begun", condition=Q(undone_at=None) | ~Q(undo_at=None)),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def phase(self) -> "SheetImport.Phase":
        """How far it got."""
        reached = [
            (self.undone_at, self.Phase.UNDONE),
            (self.undo_at, self.Phase.UNDOING),
            (self.done_at, self.Phase.DONE),
            (self.confirmed_at, self.Phase.WRITING),
            (self.read_at, self.Phase.READY),
            (self.settled_at, self.Phase.READING),
        ]
        return next((phase for at, phase in reached if at), self.Phase.GIVEN)


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    """Which rows."""

    def visible_to(self, account: Account) -> Self:
        """Those of the imports one may see."""
        return self.filter(sheet_import__in=SheetImport.objects.visible_to(account))

    def to_review(self) -> Self:
        """Those where somebody must say whether two people are one."""
        return self.exclude(doubt="").filter(answer="")

    def refused(self) -> Self:
        """Those that were not taken."""
        return self.filter(fate=ImportRow.Fate.REFUSED)


class ImportRow(models.Model):
    """One row of a sheet: its words, whom it turned out to be, and what it left behind."""

    class Fate(models.TextChoices):
        CREATED = "created", _("new person")
        MATCHED = "matched", _("known already")
        REPEAT = "repeat", _("further up")
        SUPPRESSED = "suppress", _("not to be written to")
        NOBODY = "nobody", _("nobody named")
        REFUSED = "refused", _("not taken")

    class Doubt(models.TextChoices):
        HOUSEHOLD = "household", _("the same e-mail or phone, but another name")
        TWO_PEOPLE = "two_people", _("the e-mail is one person's, the phone another's")
        SAME_NAME = "same_name", _("the same name, and too little else to tell")
        SAME_HOME = "same_home", _("the same name and postcode, but another e-mail")
        SEVERAL = "several", _("more than one person fits")

    class Answer(models.TextChoices):
        SAME = "same", _("the same person")
        OTHER = "other", _("someone else")

    labels = label(
        contact="cells remark left_open",
        operational="sheet_import number fate reason doubt candidate person written answer answered_by answered_at",
    )
    scope = "sheet_import__group__path"

    sheet_import = models.ForeignKey(SheetImport, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()  # the line as the person sees it, the header being 1
    cells = models.JSONField(default=list)
    fate = models.CharField(max_length=8, choices=Fate)
    reason = models.CharField(max_length=300, blank=True)  # why it was not taken
    doubt = models.CharField(max_length=10, choices=Doubt, blank=True)
    candidate = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    remark = models.CharField(max_length=300, blank=True)  # what whoever brought it should know
    left_open = models.CharField(max_length=300, blank=True)  # words of the row that found no place
    written = models.JSONField(default=list)  # traces of what was written for it
    answer = models.CharField(max_length=5, choices=Answer, blank=True)
    answered_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["sheet_import", "number"]
        constraints = [
            models.UniqueConstraint(fields=["sheet_import", "number"], name="one_row_of_a_number"),
            models.CheckConstraint(
                name="review_answered_by_somebody",
                condition=Q(answer="", answered_by=None, answered_at=None)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
            ),
            models.CheckConstraint(name="refused_with_a_reason", condition=~Q(fate="refused", reason="")),
        ]
        indexes = [models.Index(fields=["person"], name="import_rows_of_a_person")]

    def __str__(self) -> str:
        return f"row {self.number}"
