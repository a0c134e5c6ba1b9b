"""A door or a place of a group's chart where nobody is known yet, typed so that it is not forgotten."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.models.group import Group
from m4c.people.permissions import SEE_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class ChartPlaceQuerySet(models.QuerySet["ChartPlace"]):
    """Which places."""

    def visible_to(self, account: "Account") -> Self:
        """Those of the groups whose people one sees."""
        return self.filter(account.sight.of_group("group", SEE_PEOPLE))

    def standing(self) -> Self:
        """Those not taken off again."""
        return self.filter(taken_off_at=None)


class ChartPlace(Record):
    """One door of a street, or one place of a workplace or unit; without a name it is the whole row."""

    class Kind(models.TextChoices):
        STREET = "street", _("street")
        UNIT = "unit", _("workplace or unit")

    labels = label(
        contact="row name folded_row folded_name",
        operational="group kind typed_by made_at taken_off_at",
        kept="row name folded_row folded_name",  # of a door where nobody is known
    )
    scope = "group__path"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind)
    row = models.CharField(_("street, workplace or unit"), max_length=120)
    name = models.CharField(_("door or place"), max_length=60, blank=True)
    folded_row = models.CharField(max_length=130, editable=False)
    folded_name = models.CharField(max_length=70, blank=True, editable=False)
    typed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    taken_off_at = models.DateTimeField(null=True, blank=True)

    objects = ChartPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["folded_row", "folded_name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "kind", "folded_row", "folded_name"],
                condition=Q(taken_off_at=None),
                name="one_place_of_a_name_on_a_chart",
            )
        ]

    def __str__(self) -> str:
        return f"place {self.pk} on a chart"
