"""Finds people by what somebody typed, among those they may see: whole words first, then parts, then slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.db import connection
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from m4c.core.prepared import prepared_to_plan
from m4c.people.by_name import Named, listed
from m4c.people.finding.backend import backend
from m4c.people.finding.conditions import Condition, beginning, holds, part, whole, with_slips
from m4c.people.finding.slips import near_words
from m4c.people.finding.text import terms_of
from m4c.people.models import Account, Group, Person
from m4c.people.models.person import PersonQuerySet
from m4c.people.models.use import may_be_used
from m4c.people.sight import EVERYTHING, IN_UP_TO
from m4c.people.written import COLUMN, Sql, by_sql

FIRST = 50
MANY = 2_000  # more hits than this are not all looked at (docs/decisions/0019)


class Whom(Enum):
    """Whom a search is for: all whom one sees, those whose record may be used, or of these those who can be met."""

    SEEN, USED, MET = range(3)


def find(
    account: Account,
    typed: str,
    *,
    group: Group | None = None,
    whom: Whom = Whom.SEEN,
    only: Q = EVERYTHING,
    first: int = FIRST,
) -> list[Person]:
    """The first people whom the account may see and who match all words typed; nobody where there are none.

    `only` says whom else to leave out, by fields of Person. Order: those whose words these are, those with words that
    begin so, those who hold them as parts of words, and then those with a word one slip away; of each, by name. Slips
    fill up to FIRST and no further, whatever `first` is: whom an export takes in, the list showed.
    """
    return found_in(Scope(account, group, whom, only), typed, first)


def find_to_list(account: Account, typed: str, *, group: Group | None, only: Q) -> list[Named]:
    """The same, of each no more than a list says."""
    return [*map(Named._make, found_in(Scope(account, group, Whom.SEEN, only, Named._fields), typed, FIRST))]


def found_in(scope: "Scope", typed: str, first: int) -> list[Any]:
    """The first whom `find` tells of, among these people."""
    terms = terms_of(typed)
    if not terms:
        return []
    meant = [whole(terms), beginning(terms), part(terms)]
    found, shown = scope.best(meant, first), min(first, FIRST)
    if len(found) < shown and (near := near_words(terms)):
        found += scope.best([with_slips(terms, near)], shown, but=meant[-1:])
        return found[:shown]
    return found


@dataclass(frozen=True)
class Scope:
    """The people among whom to look, and what is read of each: where nothing is named, their record."""

    account: Account
    group: Group | None
    whom: Whom
    only: Q
    read: tuple[str, ...] = ()

    def best(self, conditions: list[Condition], first: int, but: Sequence[Condition] = ()) -> list[Any]:
        """The first people who fulfil one of the conditions, of which each takes in those before it, in that order.

        Begins with whatever is fewer: those who match, by the index, or those among whom to look. Where both are many,
        only the first of each condition on record are looked at, so that a search never takes longer than that.
        """
        asked, not_asked = ([backend().asked(each) for each in these] for these in (conditions, but))
        is_common, head_count = are_more_than(MANY, asked[-1]), self.account.sight.head_count(self.group)
        if not is_common:
            return self.first(first, asked, not_asked)
        if head_count is not None and head_count <= IN_UP_TO:
            return self.first(first, conditions, list(but), in_texts=True)
        return self.first(first, asked, not_asked, most=MANY)

    def first(
        self,
        number: int,
        conditions: list[Condition],
        but: list[Condition],
        in_texts: bool = False,
        most: int | None = None,
    ) -> list[Any]:
        """The first so many of those ranked by the conditions."""
        if self.only is EVERYTHING:
            places = range(number)
            return first_ranked(self.account, self.group, self.whom, conditions, but, in_texts, most, places, self.read)
        found: QuerySet[Any, Any] = ranked(self.account, self.group, self.whom, conditions, but, in_texts, most)
        found = found.filter(self.only)
        return list((found.values_list(*self.read) if self.read else found)[:number])


@prepared_to_plan
def first_ranked(
    account: Account,
    group: Group | None,
    whom: Whom,
    conditions: list[Condition],
    but: list[Condition],
    in_texts: bool,
    most: int | None,
    places: range,
    read: tuple[str, ...],
) -> QuerySet[Any, Any]:
    """As many of those ranked as there are places: a range, since a statement is written for a number of them."""
    found: QuerySet[Any, Any] = ranked(account, group, whom, conditions, but, in_texts, most)
    return (found.values_list(*read) if read else found)[: len(places)]


def ranked(
    account: Account,
    group: Group | None,
    whom: Whom,
    conditions: list[Condition],
    but: list[Condition],
    in_texts: bool,
    most: int | None,
) -> PersonQuerySet:
    """Those who fulfil one of the conditions, and none of `but`: in the order of the conditions, and by name.

    They are looked for in the texts of those seen, by conditions as they stand; or by the index, by conditions as it is
    asked for them, of each at `most` the first so many on record.
    """

    def fulfils(these: list[Condition], among: str = "{column} IN ({hits})") -> Q:
        return by_sql("pk", holds(these[-1], backend().PLACE) if in_texts else is_hit(these, most, among))

    looked_at = conditions if most else conditions[-1:]  # which takes in those before it, where all are looked at
    people = listed(account, group).filter(fulfils(looked_at, backend().AMONG))
    people = people if whom is Whom.SEEN else people.filter(may_be_used("pk"))
    people = people.contactable() if whom is Whom.MET else people
    people = people.exclude(fulfils(but)) if but else people
    ranks = [When(fulfils([each]), then=Value(rank)) for rank, each in enumerate(conditions[:-1])]
    by_rank = [Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())] if ranks else []
    return people.order_by(*by_rank, "sort_name", "pk")


def is_hit(asked: Sequence[Condition], most: int | None, among: str) -> Sql:
    """That the column holds the id of somebody who fulfils a condition, by the index; said as `among` says it."""
    sql, values = backend().hits(asked, most)
    return among.format(column=COLUMN, hits=sql), values


def are_more_than(number: int, asked: Condition) -> bool:
    """Whether more people than this fulfil a condition, seen or not; counts no further."""
    with connection.cursor() as cursor:
        cursor.execute(*backend().more_than(asked, number))
        return cursor.fetchone() is not None
