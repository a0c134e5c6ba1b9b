"""What a relationship said before it was corrected: it was written wrongly, and what was written stays to be read."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.models.relationship import Relationship

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class RelationshipCorrectionQuerySet(models.QuerySet["RelationshipCorrection"]):
    """Which corrections."""

    def visible_to(self, account: "Account") -> Self:
        """Those of relationships that the account sees."""
        return self.filter(relationship__in=Relationship.objects.visible_to(account))


class RelationshipCorrection(models.Model):
    """One correction: what stood there until then, who put it right, and when. It is no ending: it never was so."""

    labels = label(special="kind", content="evidence", operational="relationship was_turned since by at")

    relationship = models.ForeignKey(Relationship, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("how they know each other"), max_length=10, choices=Relationship.Kind)
    was_turned = models.BooleanField(default=False)  # whether it was read from the other of the two until then
    evidence = models.CharField(_("how do we know?"), max_length=500)
    since = models.DateField(_("since"), null=True, blank=True)
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = RelationshipCorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["relationship", "-id"]

    def __str__(self) -> str:
        return f"correction {self.pk} of relationship {self.relationship_id}"
