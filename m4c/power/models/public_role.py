"""What the records of power have in common: public facts of the whole movement's, for whoever may see power at all."""

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q

from m4c.people.models import Account
from m4c.power.permissions import SEE_POWER

Held = TypeVar("Held", bound=models.Model)


class ReferenceQuerySet(models.QuerySet[Held]):
    """Rows about public roles, which belong to no group: seen whole or not at all."""

    def visible_to(self, account: Account) -> Self:
        """All of them for whoever may see power in any group."""
        return self if account.may_somewhere(SEE_POWER) else self.none()


class NamedQuerySet(ReferenceQuerySet[Held]):
    """The same of rows that are listed by their names."""

    def after(self, row: Any) -> Self:
        """Those that come after this one in the order of names."""
        return self.filter(Q(name__gt=row.name) | Q(name=row.name, pk__gt=row.pk))

    def before(self, row: Any) -> Self:
        """Those that come before this one in the order of names."""
        return self.filter(Q(name__lt=row.name) | Q(name=row.name, pk__lt=row.pk))


def exactly_one(first: str, second: str) -> Q:
    """That one of two relations is set and the other is not."""
    return Q(**{first: None, f"{second}__isnull": False}) | Q(**{f"{first}__isnull": False, second: None})
