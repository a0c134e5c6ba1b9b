"""The team's own paper of a negotiation, which nobody else reads."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models.negotiation import Negotiation, NegotiationPart
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
