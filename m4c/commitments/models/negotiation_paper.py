"""What is written of a negotiation: the team's own paper, and the minute that both sides may read."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.negotiation import Negotiation, NegotiationPart, OfNegotiationQuerySet
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models import Account


class TeamPaperQuerySet(models.QuerySet["TeamPaper"]):
    """Which papers."""

    def visible_to(self, account: Account) -> Self:
        """Those of negotiations whose team one is in, or that one made: of nobody else, whatever their role."""
        if not account.person_id:
            return self.none()
        team = NegotiationPart.objects.filter(negotiation=OuterRef("negotiation"), person=account.person_id)
        seen = account.sight.of_group("negotiation__group", SEE_COMMITMENTS)
        return self.filter(seen, Exists(team) | Q(negotiation__made_by=account.pk))


class TeamPaper(Record):
    """What the team alone knows: where it falls back to, where it walks away, its notes. In no document or export."""

    labels = label(content="fall_back walk_away notes", operational="negotiation changed_by changed_at")
    scope = "negotiation__group__path"

    negotiation = models.OneToOneField(Negotiation, on_delete=models.CASCADE, related_name="+")
    fall_back = models.TextField(_("what we would fall back to"), max_length=1_000, blank=True)
    walk_away = models.TextField(_("where we walk away"), max_length=1_000, blank=True)
    notes = models.TextField(_("notes of the team"), max_length=10_000, blank=True)
    changed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    objects = TeamPaperQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"team paper {self.pk}"


class NegotiationMinute(Record):
    """A minute as it was sent to the other side, and what they put right, which stays theirs."""

    labels = label(
        content="words sent_to correction corrected_by",
        operational="negotiation number how sent_on corrected_on made_by made_at",
        kept="words sent_to correction corrected_by",
    )
    scope = "negotiation__group__path"

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()  # made from asks, answers and commitments alone, as they stood
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    sent_to = models.CharField(_("sent to"), max_length=200, blank=True)
    how = models.CharField(_("how"), max_length=60, blank=True)
    correction = models.TextField(_("what they put right"), max_length=4_000, blank=True)
    corrected_by = models.CharField(_("who of theirs wrote it"), max_length=160, blank=True)
    corrected_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = OfNegotiationQuerySet["NegotiationMinute"].as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["negotiation", "number"], name="one_minute_of_a_number"),
            models.CheckConstraint(
                name="a_correction_has_its_day_and_writer",
                condition=Q(correction="", corrected_on=None, corrected_by="")
                | (Q(corrected_on__isnull=False) & ~Q(correction="") & ~Q(corrected_by="")),
            ),
        ]

    def __str__(self) -> str:
        return f"minute {self.number}"
