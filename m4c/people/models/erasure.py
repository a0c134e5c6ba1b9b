"""An erasure: who decided that somebody is erased, why, how far it got, and what was told of it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import EVERYWHERE
from m4c.people.data_permissions import ERASE_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class ErasureQuerySet(models.QuerySet["Erasure"]):
    """Which erasures."""

    def visible_to(self, account: "Account") -> Self:
        """All, for those who erase in the whole movement; those of their groups, for those who erase there."""
        if account.may(ERASE_PEOPLE, EVERYWHERE):
            return self
        return self.filter(account.sight.of_group("group", ERASE_PEOPLE))

    def waiting(self) -> Self:
        """Those decided and not carried out."""
        return self.filter(done_at=None).order_by("pk")

    def unswept(self) -> Self:
        """Those carried out whose files are not removed yet, or whose letter is not sent."""
        return self.filter(Q(swept_at=None) | ~Q(letter_to=""), done_at__isnull=False).order_by("pk")


class Erasure(Record):
    """One person's erasure. `told` counts, by the names of ERASERS, what went or stayed; it names nobody."""

    class Why(models.TextChoices):
        ASKED = "asked", _("they asked for it")
        KEPT_LONG = "kept_long", _("it has been kept long enough")
        MISTAKE = "mistake", _("it should not have been written down")

    labels = label(
        contact="letter_to",
        identity="letter_name",
        operational="person group why request ticked decided_by decided_at batch done_at told files swept_at mailed_at",
    )
    scope = "group__path"

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    why = models.CharField(_("why"), max_length=10, choices=Why)
    request = models.ForeignKey(
        "people.RightsRequest", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Names of erasers of rows that a name alone ties to them, and that whoever decided said are theirs.
    ticked = models.JSONField(default=list)
    decided_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    batch = models.UUIDField(null=True, blank=True, db_index=True)  # of several decided at once
    done_at = models.DateTimeField(_("erased"), null=True, blank=True)
    told = models.JSONField(default=dict)  # {"people.note.person": 3, ...}
    files = models.JSONField(default=list)  # below the data folder, until they are removed
    swept_at = models.DateTimeField(null=True, blank=True)
    letter_to = models.EmailField(_("send the answer to"), max_length=254, blank=True)  # until it is sent
    letter_name = models.CharField(max_length=210, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-id"]
        constraints = [
            models.CheckConstraint(name="files_go_once_erased", condition=Q(swept_at=None) | Q(done_at__isnull=False)),
            models.CheckConstraint(name="swept_keeps_no_names_of_files", condition=Q(swept_at=None) | Q(files=[])),
        ]

    def __str__(self) -> str:
        return f"erasure {self.pk}"
