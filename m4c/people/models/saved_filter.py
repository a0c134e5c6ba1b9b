"""A saved filter: the address of the list of people under a name. It is live, since it keeps no people."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.people.permissions import EXPORT_PEOPLE, SEE_KNOWN_PEOPLE

if TYPE_CHECKING:
    from m4c.people.models.account import Account

LONGEST = 1_000  # signs of an address


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    """Which saved filters."""

    def visible_to(self, account: "Account") -> Self:
        """One's own, and those shared with the leaders and organisers of groups in which one is one of them.

        Whoever holds the machine may export by any of them.
        """
        if account.system and account.may_somewhere(EXPORT_PEOPLE):
            return self
        shared = Q(shared_at__isnull=False) & account.sight.of_group("group", SEE_KNOWN_PEOPLE)
        return self.filter(Q(owner=account.pk) | shared)

    def standing(self) -> Self:
        """Those that were not removed."""
        return self.filter(removed_at=None)


class SavedFilter(Record):
    """Whom somebody lists again and again. Its group is whom it is shared with, once it is."""

    labels = label(content="name address", operational="owner group made_at shared_at removed_at")
    scope = "group__path"

    name = models.CharField(_("name"), max_length=80)
    address = models.CharField(max_length=LONGEST)  # what stands behind the question mark of the list's own
    owner = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    made_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="saved_filter_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="saved_filter_filters", condition=~Q(address="")),
        ]
        indexes = [
            models.Index(fields=["owner"], condition=Q(removed_at=None), name="filters_of_an_account"),
            models.Index(
                fields=["group"], condition=Q(removed_at=None, shared_at__isnull=False), name="filters_of_a_group"
            ),
        ]

    def __str__(self) -> str:
        return f"saved filter {self.pk}"
