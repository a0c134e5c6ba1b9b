"""A powerholder and the offices they held: a named person who can grant or sway something."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.power.models.public_role import NamedQuerySet, ReferenceQuerySet


class PowerholderQuerySet(NamedQuerySet["Powerholder"]):
    """Which powerholders."""

    def to_review(self) -> Self:
        """Those that an import made and nobody has looked at."""
        return self.exclude(to_review="")

    def holding(self, tenures: "models.QuerySet[Tenure]") -> Self:
        """Those who have one of these tenures."""
        return self.filter(Exists(tenures.filter(powerholder=OuterRef("pk"))))


class Powerholder(Record):
    """A named person who decides or sways, through offices over periods or as an owner in their own right.

    Public facts of a public role alone. `person` says that they are one of our own people; nothing of that record is
    ever shown here (domain.md, C5).
    """

    labels = label(
        identity="name",
        contact="email phone address",
        content="about to_review",
        operational="person is_private_owner contact_checked_on source source_url source_on made_by made_at",
        kept="name email phone address about to_review",
    )

    name = models.CharField(_("name"), max_length=120)
    about = models.CharField(_("in a sentence"), max_length=300, blank=True)
    # An owner or employer who holds no public office: named on public pages only by a second person's decision.
    is_private_owner = models.BooleanField(_("holds no public office"), default=False)
    person = models.OneToOneField("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    email = models.EmailField(_("e-mail of the office"), blank=True)
    phone = models.CharField(_("phone of the office"), max_length=30, blank=True)
    address = models.CharField(_("address of the office"), max_length=200, blank=True)
    # Councillors' addresses are often their homes: what a table brought is not used before somebody looked.
    contact_checked_on = models.DateField(null=True, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    source_on = models.DateField(_("as it stood on"), null=True, blank=True)
    to_review = models.CharField(max_length=200, blank=True)  # why somebody should look, where an import made it
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = PowerholderQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.CheckConstraint(name="a_powerholder_has_a_name", condition=~Q(name=""))]
        indexes = [models.Index(fields=["name", "id"], name="powerholders_by_name")]

    def __str__(self) -> str:
        return self.name


class PowerholderId(models.Model):
    """The number by which a public table knows a powerholder, so that the next edition finds the same one."""

    labels = label(operational="powerholder scheme value")

    powerholder = models.ForeignKey(Powerholder, on_delete=models.CASCADE, related_name="+")
    scheme = models.CharField(max_length=20)  # members, popolo, democracyclub, opencouncil, csv
    value = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "value"], name="one_powerholder_of_a_number")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class TenureQuerySet(ReferenceQuerySet["Tenure"]):
    """Which tenures."""

    def on(self, day: date) -> Self:
        """Those that ran on a day: begun by then or nobody knows when, and not over before it."""
        return self.filter(Q(started_on=None) | Q(started_on__lte=day), Q(ended_on=None) | Q(ended_on__gt=day))


class Tenure(Record):
    """A powerholder in an office over a period, with the party where it applies. Ended, never deleted."""

    labels = label(
        special="party",
        content="end_reason",
        operational="powerholder office started_on ended_on number source source_url source_on load made_by made_at",
        kept="party end_reason",
    )

    powerholder = models.ForeignKey(Powerholder, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey("power.Office", on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    party = models.CharField(_("party"), max_length=80, blank=True)
    started_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)  # the first day they no longer held it
    end_reason = models.CharField(_("how it ended"), max_length=120, blank=True)
    number = models.CharField(max_length=120, blank=True)  # that the source gives this tenure, if any
    source = models.CharField(_("source"), max_length=120, blank=True)
    source_url = models.URLField(_("its address"), max_length=300, blank=True)
    source_on = models.DateField(_("as it stood on"), null=True, blank=True)
    load = models.ForeignKey("power.PowerLoad", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = TenureQuerySet.as_manager()

    class Meta:
        ordering = [F("started_on").desc(nulls_last=True), "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_tenure_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(started_on=None) | Q(ended_on__gte=F("started_on")),
            ),
            models.UniqueConstraint(
                fields=["powerholder", "office", "started_on"],
                nulls_distinct=False,
                name="one_tenure_of_an_office_from_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "ended_on"], name="who_holds_an_office"),
            models.Index(fields=["powerholder", "ended_on"], name="what_somebody_holds"),
        ]

    def __str__(self) -> str:
        return f"tenure {self.pk}"
