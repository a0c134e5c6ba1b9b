"""How two people know each other: by what was written down, and by what the ledger says in counts and words."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.prepared import padded, prepared
from m4c.core.register import Register
from m4c.people.models import Account, Engagement, Person, Relationship
from m4c.people.models.engagement import NAMES_ANOTHER
from m4c.people.models.relationship import sentence
from m4c.people.written import by_sql, one_of

LATEST = 500  # of a person's rows that name another
LOOKED_THROUGH, GATHERINGS = 1_000, 100  # of a person's rows for where they were, and of those gatherings
MOST = 20  # people of whom it is asked where they came together
MOST_TOLD = 50  # relationships of a few people
NEARLY_A_YEAR = timedelta(days=330)  # so long a month is told without its year

Words = Callable[[int, str, str], str]


@dataclass(frozen=True)
class Tie:
    """What some kinds of a person's ledger rows say of them and somebody else, whom the column `named` names.

    `words(times, month, name)` is a clause about that other: `month` is the last one, `name` the person's.
    """

    kinds: tuple[str, ...]
    named: str
    words: Words
    order: int


TIES: Register[Tie] = Register("What ledger rows say of two people.")


@dataclass
class Acquaintance:
    """What one person and another are to each other, as written down, and what they did: how often and when last, by
    tie; and where both came."""

    told: str = ""
    ties: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    together: int = 0

    @property
    def depth(self) -> tuple[int, ...]:
        """The order of a list of them: what is written, then the deepest tie, then how often they came together."""
        return (bool(self.told), *(self.ties.get(name, (0, None))[0] for name in by_order()), self.together)

    def add(self, tie: str, times: int, last: datetime) -> None:
        """Count some rows more."""
        before, latest = self.ties.get(tie, (0, last))
        self.ties[tie] = (before + times, max(latest, last))

    def words(self, name: str, today: date) -> str:
        """All of it in words about the other, `name` being the person's."""
        clauses = [
            TIES[tie].words(self.ties[tie][0], month_of(self.ties[tie][1], today), name)
            for tie in by_order()
            if tie in self.ties
        ]
        if self.told:
            clauses.insert(0, self.told)
        if self.together:
            pattern = ngettext("came together once", "came together {number} times", self.together)
            clauses.append(pattern.format(number=apnumber(self.together)))
        return "; ".join(clauses)


def acquaintances_of(account: Account, people: Sequence[int]) -> dict[int, dict[int, Acquaintance]]:
    """Whom each of a few people knows by the rows that the account may see, in one query whatever they did.

    Counted in the database, of the latest 500 rows of each that name somebody.
    """
    known: dict[int, dict[int, Acquaintance]] = {pk: defaultdict(Acquaintance) for pk in people}
    names = {kind: name for name in TIES.names() for kind in TIES[name].kinds}
    rows = rows_of_two(account, list(people), tuple(names)) if people else ()
    for person, kind, leader, other, times, last in rows:
        tie = names[kind]
        if named := leader if TIES[tie].named == "leader" else other:
            known[person][named].add(tie, times, last)
    return known


@prepared
def rows_of_two(
    account: Account, people: list[int], kinds: tuple[str, ...]
) -> QuerySet[Engagement, tuple[int, str, int | None, int | None, int, datetime]]:
    """The latest rows of each, of these kinds, that tell of somebody else, together where they tell the same.

    Person, kind, leader, other, how often and when last.
    """
    seen = Engagement.objects.visible_to(account).filter(NAMES_ANOTHER, kind__in=kinds)
    latest = reduce(or_, (Q(pk__in=seen.filter(person=pk).values("pk")[:LATEST]) for pk in people))
    told = Engagement.objects.filter(latest).order_by().values_list("person", "kind", "leader", "other")
    return told.annotate(times=Count("pk"), last=Max("at"))


def count_together(account: Account, person: Person, known: dict[int, Acquaintance]) -> None:
    """Count on each of these where both came, of the person's latest gatherings."""
    for other, times in came_together(account, person.pk, padded(list(known))):
        known[other].together = times


@prepared
def came_together(account: Account, person: int, others: list[int]) -> QuerySet[Engagement, tuple[int, int]]:
    """How often each of these people came where somebody was too, of their latest gatherings."""
    seen = Engagement.objects.visible_to(account)
    latest = seen.filter(person=person).values("pk")[:LOOKED_THROUGH]
    gatherings = Engagement.objects.filter(pk__in=latest, occasion__isnull=False).values("occasion")[:GATHERINGS]
    also_came = seen.filter(by_sql("person", one_of(others)), occasion__in=gatherings).order_by()
    return also_came.values_list("person").annotate(times=Count("pk"))


def relationships_of(account: Account, people: Mapping[int, str]) -> dict[int, dict[int, str]]:
    """The relationships of a few people, given by id with their names, that stand and that the account may see.

    Each in words about the other.
    """
    told: dict[int, dict[int, str]] = defaultdict(dict)
    for person, other, kind in standing_relationships(account, list(people)):
        for here, there in ((person, other), (other, person)):
            if here in people:
                told[here].setdefault(there, sentence(kind, people[here], is_turned=there == other))
    return told


@prepared
def standing_relationships(account: Account, people: list[int]) -> QuerySet[Relationship, tuple[int, int, str]]:
    """Those of a few people that stand: the two, and what they are to each other."""
    theirs = by_sql("person", one_of(people)) | by_sql("other", one_of(people))
    found = Relationship.objects.visible_to(account).open().filter(theirs)
    return found.values_list("person", "other", "kind")[:MOST_TOLD]


def deepest(known: dict[int, Acquaintance], most: int) -> list[int]:
    """The people whom somebody knows best, by what they did together."""
    return sorted(known, key=lambda pk: (known[pk].depth, pk), reverse=True)[:most]


def who_knows(account: Account, person: Person) -> dict[int, Acquaintance]:
    """Who knows somebody best and how, in that order, with the account's own person among them where they do.

    Three queries, whatever the person did.
    """
    found = acquaintances_of(account, [person.pk])[person.pk]
    for pk, words in relationships_of(account, {person.pk: person.name})[person.pk].items():
        found[pk].told = words
    asked = {pk: found[pk] for pk in deepest(found, MOST)}
    if account.person_id and account.person_id != person.pk:
        asked.setdefault(account.person_id, found.get(account.person_id) or Acquaintance())
    if asked:
        count_together(account, person, asked)
    return {pk: asked[pk] for pk in deepest(asked, len(asked)) if asked[pk] != Acquaintance()}


def month_of(at: datetime, today: date) -> str:
    """The month of something, with its year where that is not plain."""
    day = timezone.localdate(at)
    return date_format(day, "F" if today - day < NEARLY_A_YEAR else "F Y")


def by_order() -> list[str]:
    """The names of the ties, the deepest first."""
    return sorted(TIES.names(), key=lambda name: TIES[name].order)


def register() -> None:
    """The tie that people itself writes into the ledger."""
    TIES.add("met", Tie(("met",), "leader", lambda times, month, name: _("met {name} first").format(name=name), 30))
