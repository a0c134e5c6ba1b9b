"""A role of an account in a group: what gives it rights there, and in the groups below."""

from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.permissions import ROLE_NAMES, Role
from m4c.core.prepared import prepared
from m4c.people.models.group import Group

if TYPE_CHECKING:
    from m4c.people.models.account import Account


class AccountRoleQuerySet(models.QuerySet["AccountRole"]):
    """Which roles."""

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def visible_to(self, account: "Account") -> Self:
        """One's own, and those in groups whose accounts one looks after."""
        return self.filter(Q(account=account) | account.sight.of_roles())


class AccountRole(Record):
    """An account's role in a group over a period; it covers the groups below too."""

    labels = label(operational="account group role given_by given_at ended_at")
    scope = "group__path"

    account = models.ForeignKey("people.Account", on_delete=models.CASCADE, related_name="roles")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=20, choices=[(role.value, name) for role, name in ROLE_NAMES.items()])
    given_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AccountRoleQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "group", "role"], condition=Q(ended_at=None), name="one_open_role_in_a_group"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role}, role {self.pk}"


@prepared
def open_roles(account: int) -> models.QuerySet[AccountRole]:
    """The open roles of an account with their groups."""
    return AccountRole.objects.open().filter(account=account).select_related("group").order_by()


def held_by(roles: Iterable[AccountRole]) -> list[tuple[Role, Group]]:
    """These roles with their groups, the oldest first: to order a query of joined tables costs more than its rows."""
    return [(Role(each.role), each.group) for each in sorted(roles, key=attrgetter("pk"))]
