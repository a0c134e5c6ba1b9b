"""The minute of a negotiation or an assembly, as it was sent to the other side; and what they put right, which stays
theirs.
"""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.seen import OfGroupQuerySet
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class Minute(Record):
    """What both sides may read of a meeting, made from asks, answers and commitments alone, as they stood."""

    labels = label(
        content="words sent_to",
        operational="group event number how sent_on made_by made_at",
        kept="words sent_to",
    )
    scope = "group__path"

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    sent_to = models.CharField(_("sent to"), max_length=200, blank=True)
    how = models.CharField(_("how"), max_length=60, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfGroupQuerySet["Minute"].as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="one_minute_of_a_number"),
            models.CheckConstraint(
                name="a_minute_that_was_sent_says_to_whom",
                condition=Q(sent_on=None, sent_to="") | (Q(sent_on__isnull=False) & ~Q(sent_to="")),
            ),
        ]

    def __str__(self) -> str:
        return f"minute {self.number}"


class MinuteCorrectionQuerySet(models.QuerySet["MinuteCorrection"]):
    """Which corrections."""

    def visible_to(self, account: Account) -> Self:
        """Those of minutes of one's groups."""
        return self.filter(account.sight.of_group("minute__group", SEE_COMMITMENTS))


class MinuteCorrection(Record):
    """What somebody of the other side put right, in their words: ours stay beside it. Several may write."""

    labels = label(
        content="words corrected_by",
        operational="minute on made_by made_at",
        kept="words corrected_by",
    )
    scope = "minute__group__path"

    minute = models.ForeignKey(Minute, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(_("what they put right"), max_length=4_000)
    corrected_by = models.CharField(_("who of theirs wrote it"), max_length=160)
    on = models.DateField()
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = MinuteCorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["minute", "corrected_by", "on"], name="one_correction_of_a_writer_and_day")
        ]

    def __str__(self) -> str:
        return f"correction {self.pk}"
