"""Finds people by what somebody typed, among those they may see: whole words first, then parts, then slips."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from m4c.people.finding.backend import backend
from m4c.people.finding.conditions import Condition, beginning, holds, part, whole, with_slips
from m4c.people.finding.slips import near_words
from m4c.people.finding.text import terms_of
from m4c.people.models.findable import Findable
from m4c.people.models.group import Group
from m4c.people.models.person import Person
from m4c.people.sight import EVERYTHING, IN_UP_TO

if TYPE_CHECKING:
    from m4c.people.models.account import Account

FIRST = 50
MANY = 2_000  # more hits than this are not all looked at (docs/decisions/0019)


def find(
    account: "Account", typed: str, *, group: Group | None = None, only: Q = EVERYTHING, first: int = FIRST
) -> list[Person]:
    """The first people whom the account may see and who match all words typed; nobody where there are none.

    `only` says whom else to leave out, by fields of Person. Order: those whose words these are, those with words that
    begin so, those who hold them as parts of words, and then those with a word one slip away; of each, by name. Slips
    fill up to FIRST and no further, whatever `first` is: whom an export takes in, the list showed.
    """
    terms = terms_of(typed)
    if not terms:
        return []
    among = Person.objects.visible_to(account).filter(only)
    among = among.in_group(group) if group else among
    scope = Scope(among, account.sight.head_count(group))
    found = scope.best([whole(terms), beginning(terms), part(terms)], first)
    room = min(first, FIRST) - len(found)
    if room > 0 and (near := near_words(terms)):
        found += scope.best([with_slips(terms, near)], room, but=[person.pk for person in found])
    return found


@dataclass(frozen=True)
class Scope:
    """The people among whom to look, and about how many they are; None where they are everybody."""

    among: QuerySet[Person]
    head_count: int | None

    def best(self, conditions: Sequence[Condition], first: int, but: Collection[int] = ()) -> list[Person]:
        """The first people who fulfil one of the conditions, of which each takes in those before it, in that order.

        Begins with whatever is fewer: those who match, by the index, or those among whom to look. Where both are many,
        only the first of each condition on record are looked at, so that a search never takes longer than that.
        """
        widest, rows = conditions[-1], Findable.objects.exclude(pk__in=but)
        if not is_common(widest):
            rows = rows.filter(Exists(self.among.filter(pk=OuterRef("pk"))), pk__in=hits([widest]))
        elif self.head_count is not None and self.head_count <= IN_UP_TO:
            rows = rows.filter(holds(widest), pk__in=self.among.values("pk"))
        else:
            rows = rows.filter(Exists(self.among.filter(pk=OuterRef("pk"))), pk__in=hits(conditions, MANY))
        ranks = [When(holds(condition), then=Value(rank)) for rank, condition in enumerate(conditions)]
        ranked = rows.annotate(rank=Case(*ranks, default=Value(len(ranks)), output_field=IntegerField()))
        ordered = ranked.order_by("rank", "person__sort_name", "pk").select_related("person")
        return [row.person for row in ordered[:first]]


def hits(conditions: Sequence[Condition], limit: int | None = None) -> RawSQL:
    """The ids of people who fulfil one of the conditions, for use inside a query that says who of them is seen."""
    return RawSQL(*backend().hits(conditions, limit))


def is_common(condition: Condition) -> bool:
    """Whether more than MANY people fulfil a condition, seen or not; counts no further."""
    with connection.cursor() as cursor:
        cursor.execute(*backend().more_than(condition, MANY))
        return cursor.fetchone() is not None
