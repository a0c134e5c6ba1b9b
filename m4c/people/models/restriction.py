"""A record set aside at its person's word: kept, and used by nobody, until they are told that this ends."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import ANSWER_RIGHTS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class RestrictionQuerySet(models.QuerySet["Restriction"]):
    """Which restrictions."""

    def standing(self) -> Self:
        """Those in force."""
        return self.filter(lifted_at=None)

    def visible_to(self, account: "Account") -> Self:
        """Those of requests that the account answers."""
        return self.filter(account.sight.of_group("request__group", ANSWER_RIGHTS))


class Restriction(Record):
    """One person's record, restricted by a request (UK GDPR article 18). Lifted only once they were told so."""

    labels = label(operational="person request placed_at placed_by told_on lifted_at lifted_by")
    scope = "request__group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    request = models.ForeignKey("people.RightsRequest", on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField(_("when were they told that it ends?"), null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        ordering = ["placed_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(lifted_at=None), name="one_restriction_of_a_person"),
            models.CheckConstraint(
                name="restriction_lifted_by_somebody_once_told",
                condition=Q(lifted_at=None, lifted_by=None, told_on=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False, told_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"restriction {self.pk}"
