"""People by name, a page at a time, where nothing filters them but a group: the list that is looked at most."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from m4c.core.models.record import uid_of
from m4c.core.pages import Way, row_at
from m4c.core.prepared import prepared
from m4c.people.models import Account, Group, Person
from m4c.people.models.person import PersonQuerySet, may_be_contacted, name_of

PAGE = 50
MANY = 5_000  # whom a filter finds; up to so many are told by their ids


class Named(NamedTuple):
    """What a list says of somebody, read without the rest of their record."""

    pk: int
    uid: UUID
    given_name: str
    family_name: str
    known_as: str
    sort_name: str
    died_on: date | None
    moved_away_on: date | None

    @property
    def name(self) -> str:
        """The name to show, as the record says it."""
        return name_of(self.known_as or self.given_name, self.family_name)

    @property
    def is_contactable(self) -> bool:
        """Whether any contact may be made at all, likewise."""
        return may_be_contacted(self.died_on, self.moved_away_on)


@dataclass(frozen=True)
class PeopleByName:
    """The people whom an account may see, of one group or of all."""

    account: Account
    group: Group | None

    def at(self, typed: str) -> Named | None:
        """Somebody whom an address names."""
        uid = uid_of(typed)
        return next(map(Named._make, somebody(self.account, self.group, uid)), None) if uid else None

    def rows(self, way: Way, beside: Named | None, most: int) -> list[Named]:
        """The first of them, or those beside somebody."""
        if beside is None:
            return [*map(Named._make, first(self.account, self.group))]
        return [*map(Named._make, nearest(self.account, self.group, way, beside.sort_name, beside.pk))]


@prepared
def somebody(account: Account, group: Group | None, uid: UUID) -> QuerySet[Person, tuple[Any, ...]]:
    """The person of this uid, if they are among them."""
    return listed(account, group).filter(uid=uid).values_list(*Named._fields)


@prepared
def first(account: Account, group: Group | None) -> QuerySet[Person, tuple[Any, ...]]:
    """A page from the beginning, and one more."""
    return listed(account, group).values_list(*Named._fields)[: PAGE + 1]


@prepared
def nearest(account: Account, group: Group | None, way: Way, name: str, pk: int) -> QuerySet[Person, tuple[Any, ...]]:
    """A page to one side of this name and id, the nearest first, and one more."""
    beside, people = Person(sort_name=name, pk=pk), listed(account, group)
    found = people.before(beside).reverse() if way is Way.BEFORE else people.after(beside)
    return found.values_list(*Named._fields)[: PAGE + 1]


def listed(account: Account, group: Group | None) -> PersonQuerySet:
    """Those listed."""
    people: PersonQuerySet = Person.objects.visible_to(account)
    return people.in_group(group) if group else people


@dataclass
class Filtered:
    """Those listed whom a filter finds, counted as they are looked for: looking twice takes twice as long.

    `in_all` is how many there are, once the first page is read; more than MANY are counted by the database.
    """

    found: PersonQuerySet
    in_all: int | None = None

    def at(self, typed: str) -> Person | None:
        """Somebody whom an address names."""
        return row_at(self.found, typed)

    def rows(self, way: Way, beside: Person | None, most: int) -> list[Person]:
        """The first of them, or those beside somebody."""
        if way is Way.BEFORE and beside:
            return list(self.found.before(beside).reverse()[:most])
        if beside:
            return list(self.found.after(beside)[:most])
        ids = list(self.found.values_list("pk", flat=True)[: MANY + 1])
        if len(ids) > MANY:
            return list(self.found[:most])
        self.in_all = len(ids)
        return list(self.found.filter(pk__in=ids[:most]))

    def count(self) -> int:
        """How many there are."""
        return self.found.count() if self.in_all is None else self.in_all
