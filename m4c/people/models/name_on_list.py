"""A name on a list: somebody not yet spoken to, a line on its owner's own list, which forgets it after 60 days."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record

if TYPE_CHECKING:
    from m4c.people.models.account import Account

KEPT_FOR = timedelta(days=60)  # design.md, section 2: then the name is gone, met or not


class NameOnListQuerySet(models.QuerySet["NameOnList"]):
    """Which names."""

    def visible_to(self, account: "Account") -> Self:
        """Those on one's own list, and nobody else's."""
        return self.filter(owner=account.person_id) if account.person_id else self.none()

    def outdated(self, today: date) -> Self:
        """Those written down too long ago."""
        return self.filter(made_on__lt=today - KEPT_FOR)


class NameOnList(Record):
    """Whom somebody means to talk to, as they remember them. No page, search, export or merge knows of it."""

    labels = label(identity="name", contact="reach", content="words", operational="owner made_on")

    owner = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    reach = models.CharField(_("telephone or e-mail"), max_length=120, blank=True)
    words = models.CharField(_("how you know them"), max_length=200, blank=True)
    made_on = models.DateField()

    objects = NameOnListQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "names on a list"
        indexes = [models.Index(fields=["owner", "made_on"], name="names_on_somebodys_list")]

    def __str__(self) -> str:
        return f"name on a list {self.pk}"
