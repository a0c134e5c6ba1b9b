"""That somebody asked for a copy which no link can bring: who kept something of theirs private gives it themself."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class PrivateToGiveQuerySet(models.QuerySet["PrivateToGive"]):
    """Which of these."""

    def visible_to(self, account: "Account") -> Self:
        """One's own alone; of somebody kept safe their contact's."""
        return self.filter(account.sight.unless_protected("request__person"), author=account.pk)

    def to_give(self) -> Self:
        """Those not given yet, the soonest due first."""
        return self.filter(given_on=None, request__person__isnull=False).order_by("request__answer_by", "pk")


class PrivateToGive(Record):
    """What whoever wrote it gives to whom it is about, on paper or by word of mouth: nobody else here reads it."""

    labels = label(operational="request author asked_at given_on")
    scope = "request__group__path"

    request = models.ForeignKey("people.RightsRequest", on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    given_on = models.DateField(_("given on"), null=True, blank=True)

    objects = PrivateToGiveQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "private to give"
        constraints = [models.UniqueConstraint(fields=["request", "author"], name="one_asks_an_author_once")]

    def __str__(self) -> str:
        return f"private to give {self.pk}"
