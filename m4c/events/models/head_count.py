"""A head count: how many were there, how that is known, and who says so. Conflicting counts stand side by side."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.events.permissions import SEE_EVENTS
from m4c.people.models import Account


class HeadCountQuerySet(models.QuerySet["HeadCount"]):
    """Which counts."""

    def visible_to(self, account: Account) -> Self:
        """Those of events of one's groups."""
        return self.filter(account.sight.of_group("event__group", SEE_EVENTS))


class HeadCount(Record):
    """A figure for an event, with its source."""

    class How(models.TextChoices):
        COUNTED = "counted", _("counted")
        ESTIMATED = "estimated", _("estimated")
        REPORTED = "reported", _("reported")

    labels = label(operational="event number how said_by made_at")
    scope = "event__group__path"

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(_("how many were there"))
    how = models.CharField(_("how we know"), max_length=10, choices=How, default=How.COUNTED)
    said_by = models.CharField(_("who says so"), max_length=120, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = HeadCountQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "how", "said_by"], name="one_count_of_each_source")]

    def __str__(self) -> str:
        return f"{self.number} {self.how}"
