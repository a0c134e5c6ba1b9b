"""Where a commitment stands on each day: what its entries say, worked out when one is written, never typed in."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.people.models import Account


class Status(models.TextChoices):
    """Where a commitment stands, in the order in which the rules are asked."""

    VOID = "void", _("void")
    SUPERSEDED = "superseded", _("replaced")
    DISPUTED = "disputed", _("disputed")
    UNVERIFIABLE = "unverifiable", _("cannot be verified")
    BROKEN = "broken", _("broken")
    KEPT = "kept", _("kept")
    PARTLY = "partly", _("partly kept")
    EXPIRED = "expired", _("held to until it ended")
    OVERDUE = "overdue", _("overdue")
    IN_PROGRESS = "in_progress", _("in progress")
    DUE_SOON = "due_soon", _("due soon")
    MADE = "made", _("made")

    @property
    def as_data(self) -> str:
        """Its whole word, as files that others read say it."""
        return {"unverifiable": "cannot_be_verified", "partly": "partly_kept"}.get(self.value, self.value)


class StandingQuerySet(models.QuerySet["Standing"]):
    """Which spans."""

    def visible_to(self, account: Account) -> Self:
        """Those of commitments of one's groups, and of those that one keeps."""
        seen = account.sight.of_group("commitment__group", SEE_COMMITMENTS)
        return self.filter(seen | Q(commitment__keeper=account.person_id) if account.person_id else seen)

    def write_anew(self, commitments: list[int], rows: "list[Standing]") -> None:
        """Put these spans in place of all that these commitments had. A statement, and one for each 500 spans."""
        self.filter(commitment__in=commitments).delete()
        self.bulk_create(rows, batch_size=500)

    def on(self, day: date) -> Self:
        """Those that hold on a day: one of each commitment that was made by then."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


class Standing(models.Model):
    """A span of days through which a commitment has one status: rows of a commitment follow each other without a gap.

    They are written anew whenever an entry is written, for days past and to come alike, so that "overdue" needs nobody
    to notice a day going by, and "as at" any day is one comparison. `m4c.commitments.watching.status` has the rule.
    """

    labels = label(operational="commitment since until status done soon")

    commitment = models.ForeignKey("commitments.Commitment", on_delete=models.CASCADE, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)  # the first day it no longer holds
    status = models.CharField(max_length=12, choices=Status)
    done = models.DecimalField(max_digits=14, decimal_places=2, default=0)  # how much was reached
    soon = models.PositiveSmallIntegerField(default=30)  # how many days were "due soon" when this was worked out

    objects = StandingQuerySet.as_manager()

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "since"], name="one_standing_from_a_day"),
            models.CheckConstraint(name="a_standing_lasts_a_day", condition=Q(until=None) | Q(until__gt=F("since"))),
        ]
        indexes = [models.Index(fields=["status", "since", "until"], name="commitments_by_status")]

    def __str__(self) -> str:
        return f"{self.status} from {self.since}"
