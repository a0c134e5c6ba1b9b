"""What stops the clock of a request: something that whoever asked must tell us first."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import OuterRef, Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.permissions import ANSWER_RIGHTS

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class RequestPauseQuerySet(models.QuerySet["RequestPause"]):
    """Which pauses."""

    def visible_to(self, account: "Account") -> Self:
        """Those of requests that the account answers."""
        return self.filter(account.sight.of_group("request__group", ANSWER_RIGHTS))


class RequestPause(models.Model):
    """Something they were asked before we can answer, during which the clock stands still."""

    class Kind(models.TextChoices):
        IDENTITY = "identity", _("who they are")
        MEANING = "meaning", _("what they mean")

    labels = label(content="words", operational="request kind asked_on asked_by answered_on")
    scope = "request__group__path"

    request = models.ForeignKey("people.RightsRequest", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("what we must know"), max_length=8, choices=Kind)
    words = models.CharField(_("what we asked them"), max_length=500)
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    objects = RequestPauseQuerySet.as_manager()

    class Meta:
        ordering = ["asked_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="what_we_asked_is_answered_after",
                condition=Q(answered_on=None) | Q(answered_on__gte=models.F("asked_on")),
            ),
            models.UniqueConstraint(
                fields=["request", "kind"], condition=Q(answered_on=None), name="one_open_question_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk} about request {self.request_id}"


def open_pauses() -> models.QuerySet[RequestPause]:
    """What they have not answered of the request that a query stands at."""
    return RequestPause.objects.filter(request=OuterRef("pk"), answered_on=None)
