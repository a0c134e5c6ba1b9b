"""How often what the public sees has changed: one row, told apart from the pages themselves."""

from django.db import models
from django.db.models import F

from m4c.core.labels import label


class PublicVersionQuerySet(models.QuerySet["PublicVersion"]):
    """The one row."""

    def number(self) -> int:
        """The number as it stands; nought before the first change."""
        return self.values_list("changes", flat=True).first() or 0

    def count_a_change(self) -> None:
        """One change more, in the transaction of whatever changed."""
        if not self.filter(pk=1).update(changes=F("changes") + 1):
            self.update_or_create(pk=1, defaults={"changes": 1})


class PublicVersion(models.Model):
    """The number of changes to what the public sees: a page kept from an earlier one is stale."""

    labels = label(operational="changes")

    changes = models.PositiveBigIntegerField(default=0)

    objects = PublicVersionQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.changes)
