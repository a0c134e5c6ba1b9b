"""What was put right in somebody's record: the old words live on here alone, and go with the request."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.permissions import ANSWER_RIGHTS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Which corrections."""

    def visible_to(self, account: "Account") -> Self:
        """Those of requests that the account answers."""
        return self.filter(account.sight.of_group("request__group", ANSWER_RIGHTS))


class Correction(models.Model):
    """One field of a person's record that was wrong: which, what it said, what it says now, since when and by whom."""

    class Field(models.TextChoices):
        TITLE = "title", _("title")
        GIVEN_NAME = "given_name", _("first name")
        FAMILY_NAME = "family_name", _("last name")
        KNOWN_AS = "known_as", _("known as")
        EMAILS = "emails", _("e-mail")
        PHONES = "phones", _("phone")
        ADDRESS = "address", _("address")
        MET_ON = "met_on", _("first met on")
        SOURCE = "source", _("how we met")

    labels = label(content="before after", operational="request field at by")
    scope = "request__group__path"

    request = models.ForeignKey("people.RightsRequest", on_delete=models.CASCADE, related_name="+")
    field = models.CharField(_("what"), max_length=16, choices=Field)
    before = models.CharField(_("what it said"), max_length=1_000, blank=True)
    after = models.CharField(_("what it says now"), max_length=1_000, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(name="a_correction_corrects", condition=~models.Q(before=models.F("after"))),
        ]

    def __str__(self) -> str:
        return f"correction of {self.field}, request {self.request_id}"
