"""What another tool calls a person: its own number of them, so that its next list finds them by it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.people.models.person import Person

if TYPE_CHECKING:
    from m4c.people.models.account import Account

LONGEST = 100


class OutsideIdentityQuerySet(models.QuerySet["OutsideIdentity"]):
    """Which of them."""

    def visible_to(self, account: "Account") -> Self:
        """Those of people whom the account sees."""
        return self.filter(person__in=Person.objects.visible_to(account))


class OutsideIdentity(models.Model):
    """One tool's name of one person. A person may have several of one tool, where two records were made one."""

    labels = label(identity="value", operational="person source kept_at")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    source = models.CharField(_("which tool"), max_length=20)  # a name in imports.sources.SOURCES
    value = models.CharField(max_length=LONGEST)
    kept_at = models.DateTimeField()

    objects = OutsideIdentityQuerySet.as_manager()

    class Meta:
        verbose_name = _("number in another tool")
        ordering = ["person", "source", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "value"], name="one_person_of_a_tools_number"),
            models.CheckConstraint(name="a_tools_number_says_something", condition=~Q(value="") & ~Q(source="")),
        ]

    def __str__(self) -> str:
        return f"number of {self.source}, {self.pk}"
