"""A welcome: who signed up, who says hello to them, and by when."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import SEE_PEOPLE, WELCOME

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class WelcomeQuerySet(models.QuerySet["Welcome"]):
    """Which welcomes."""

    def visible_to(self, account: "Account") -> Self:
        """One's own to give, and those of the groups whose people one sees; of nobody kept safe."""
        sight = account.sight
        own = Q(welcomer=account.pk) & sight.of_group("group", WELCOME)
        return self.filter(own | sight.of_group("group", SEE_PEOPLE), sight.unless_protected("person"))

    def open(self) -> Self:
        """Those not yet given, of people who may be reached at all; the earliest due first."""
        reachable = self.filter(welcomed_at=None, person__died_on=None, person__moved_away_on=None)
        return reachable.order_by("due_on", "pk")

    def due(self, on: date, account: "Account") -> Self:
        """Those not yet given whose day has come, and from the first day on one's own."""
        return self.open().filter(Q(due_on__lte=on) | Q(welcomer=account.pk))

    def given(self) -> Self:
        """Those given, the latest first."""
        return self.filter(welcomed_at__isnull=False).order_by("-welcomed_at", "-pk")


class Welcome(Record):
    """Somebody joined by the site: their group, who welcomes them by which day, and what they had been told.

    Without a welcomer it is for whoever sees the people of the group.
    """

    labels = label(
        special="group",
        operational="person welcomer due_on notice made_at welcomed_at welcomed_by",
        kept="group",
    )
    scope = "group__path"

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+")
    welcomer = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("welcomer")
    )
    due_on = models.DateField(_("by"))
    notice = models.ForeignKey("people.PrivacyNotice", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    welcomed_at = models.DateTimeField(null=True, blank=True)
    welcomed_by = models.ForeignKey("people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = WelcomeQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["due_on"], condition=Q(welcomed_at=None), name="welcomes_to_give")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"], condition=Q(welcomed_at=None), name="one_open_welcome_in_a_group"
            ),
            models.CheckConstraint(
                name="a_welcome_is_given_by_somebody",
                condition=Q(welcomed_at=None, welcomed_by=None)
                | Q(welcomed_at__isnull=False, welcomed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"welcome {self.pk}"


def welcomes_due(account: "Account", on: date) -> "models.QuerySet[Welcome]":
    """What Today says of welcomes: one's own, and those of the groups one answers for whose day has come."""
    return Welcome.objects.visible_to(account).due(on, account).select_related("person", "group", "welcomer__person")
