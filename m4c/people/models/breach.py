"""A breach: data that was lost, or seen by people who should not have seen it, with its clock and what was done."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.data_permissions import KEEP_BREACHES

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class BreachQuerySet(models.QuerySet["Breach"]):
    """Which breaches."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the groups whose log the account keeps."""
        return self.filter(account.sight.of_group("group", KEEP_BREACHES))

    def open(self) -> Self:
        """Those not closed, the one whose clock runs out first on top."""
        return self.filter(closed_at=None).order_by("tell_by", "pk")

    def ticking(self) -> Self:
        """Those of which the regulator may still have to be told: neither told nor decided against."""
        return self.open().filter(regulator_told_at=None, not_told_because="")

    def closed(self) -> Self:
        """Those closed, the newest first."""
        return self.filter(closed_at__isnull=False).order_by("-closed_at", "-pk")


class Breach(Record):
    """What happened, when it was known, whose data and how much, how bad, and whom it was told."""

    class Risk(models.TextChoices):
        UNKNOWN = "unknown", _("not known yet")
        UNLIKELY = "unlikely", _("harm to anybody is unlikely")
        RISK = "risk", _("somebody may come to harm: the regulator must be told")
        HIGH = "high", _("somebody may well come to harm: they must be told too")

    labels = label(
        content="what whose not_told_because people_told_how",
        operational="group happened_on known_at number risk tell_by regulator_told_at regulator_reference "
        "people_told_at recorded_by made_at closed_at closed_by",
        kept="what whose not_told_because people_told_how",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    what = models.TextField(_("what happened"), max_length=4_000)
    happened_on = models.DateField(_("when it happened"), null=True, blank=True)
    known_at = models.DateTimeField(_("when we came to know"))
    whose = models.CharField(_("whose data, and what kinds of it"), max_length=500)
    number = models.PositiveIntegerField(_("how many people, as far as known"), null=True, blank=True)
    risk = models.CharField(_("what it may do to them"), max_length=8, choices=Risk, default=Risk.UNKNOWN)
    tell_by = models.DateTimeField(db_index=True)
    regulator_told_at = models.DateTimeField(_("when the regulator was told"), null=True, blank=True)
    regulator_reference = models.CharField(_("the regulator's reference"), max_length=60, blank=True)
    not_told_because = models.CharField(_("why the regulator is not told"), max_length=500, blank=True)
    people_told_at = models.DateTimeField(_("when they were told"), null=True, blank=True)
    people_told_how = models.CharField(_("how they were told"), max_length=300, blank=True)
    recorded_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = BreachQuerySet.as_manager()

    class Meta:
        ordering = ["-known_at", "-id"]
        verbose_name_plural = "breaches"
        constraints = [
            models.CheckConstraint(
                name="breach_is_closed_by_somebody",
                condition=Q(closed_at=None, closed_by=None) | Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="regulator_is_told_or_not",
                condition=Q(regulator_told_at=None) | Q(not_told_because=""),
            ),
            models.CheckConstraint(
                name="breach_is_not_closed_before_it_is_told",
                condition=Q(closed_at=None) | Q(regulator_told_at__isnull=False) | ~Q(not_told_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"breach {self.pk}"

    @property
    def is_ticking(self) -> bool:
        """Whether the regulator may still have to be told."""
        return self.closed_at is None and self.regulator_told_at is None and not self.not_told_because

    def is_late(self, at: datetime) -> bool:
        """Whether the clock ran out before the regulator was told, or it was decided that there is no need."""
        return (
            at > self.tell_by
            if self.is_ticking
            else bool(self.regulator_told_at and self.regulator_told_at > self.tell_by)
        )


class BreachStepQuerySet(models.QuerySet["BreachStep"]):
    """Which steps."""

    def visible_to(self, account: "Account") -> Self:
        """Those of breaches whose log the account keeps."""
        return self.filter(account.sight.of_group("breach__group", KEEP_BREACHES))


class BreachStep(models.Model):
    """What was done about a breach, when and by whom."""

    labels = label(content="words", operational="breach at by", kept="words")
    scope = "breach__group__path"

    breach = models.ForeignKey(Breach, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(_("what was done"), max_length=2_000)
    at = models.DateTimeField()
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    objects = BreachStepQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"step {self.pk} of breach {self.breach_id}"
