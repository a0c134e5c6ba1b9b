"""People by name, a page at a time, where nothing filters them but a group: the list that is looked at most."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from m4c.core.models.record import uid_of
from m4c.core.pages import Way
from m4c.core.prepared import prepared
from m4c.people.models import Account, Group, Person
from m4c.people.models.person import PersonQuerySet

PAGE = 50


@dataclass(frozen=True)
class PeopleByName:
    """The people whom an account may see, of one group or of all."""

    account: Account
    group: Group | None

    def at(self, typed: str) -> Person | None:
        """Somebody whom an address names."""
        uid = uid_of(typed)
        return next(iter(somebody(self.account, self.group, uid)), None) if uid else None

    def rows(self, way: Way, beside: Person | None, most: int) -> list[Person]:
        """The first of them, or those beside somebody."""
        if beside is None:
            return first(self.account, self.group)
        return nearest(self.account, self.group, way, beside.sort_name, beside.pk)


@prepared
def somebody(account: Account, group: Group | None, uid: UUID) -> QuerySet[Person]:
    """The person of this uid, if they are among them."""
    return listed(account, group).filter(uid=uid)


@prepared
def first(account: Account, group: Group | None) -> QuerySet[Person]:
    """A page from the beginning, and one more."""
    return listed(account, group)[: PAGE + 1]


@prepared
def nearest(account: Account, group: Group | None, way: Way, name: str, pk: int) -> QuerySet[Person]:
    """A page to one side of this name and id, the nearest first, and one more."""
    beside = Person(sort_name=name, pk=pk)
    if way is Way.BEFORE:
        return listed(account, group).before(beside).reverse()[: PAGE + 1]
    return listed(account, group).after(beside)[: PAGE + 1]


def listed(account: Account, group: Group | None, only: Q | None = None) -> PersonQuerySet:
    """Those listed, and of them those whom a condition finds: asked first, as it leaves fewer to ask sight about."""
    people: PersonQuerySet = Person.objects.filter(only or Q()).visible_to(account)
    return people.in_group(group) if group else people
