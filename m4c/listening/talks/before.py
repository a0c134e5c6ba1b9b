"""What is known before a 1-2-1, of what the account may see: notes, what came before, what is open, whom one shares."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from m4c.listening.models import OneToOne
from m4c.people.models import Account, Note, Person
from m4c.people.naming import names_of
from m4c.people.next_steps import steps_with
from m4c.people.relationships.acquaintance import acquaintances_of, deepest, relationships_of

NEWEST_NOTES, NEWEST_TALKS, MOST_SHARED = 3, 4, 6


@dataclass(frozen=True)
class Shared:
    """Somebody whom both know: their name, and how the other knows them, in words."""

    name: str
    words: str


@dataclass(frozen=True)
class Before:
    """All of it, each part the newest first."""

    notes: list[Note]
    talks: list[OneToOne]
    steps: list[dict[str, Any]]
    shared: list[Shared]

    def __bool__(self) -> bool:
        return bool(self.notes or self.talks or self.steps or self.shared)


def known_before(account: Account, one_to_one: OneToOne, today: date, *, is_safe: bool) -> Before:
    """What the account may see of whom it is to meet; a constant number of statements.

    Of somebody kept safe (`is_safe`) nobody reads whom she knows: it would tell where to find her.
    """
    other = one_to_one.other
    notes = Note.objects.visible_to(account).filter(person=other)
    with_or_of = Q(other=other) | Q(asker=other)
    talks = OneToOne.objects.visible_to(account).filter(with_or_of, held_on__isnull=False).exclude(pk=one_to_one.pk)
    return Before(
        list(notes[:NEWEST_NOTES]),
        list(talks.select_related("asker", "other")[:NEWEST_TALKS]),
        steps_with(account, other, today),
        [] if is_safe else whom_both_know(account, other, today),
    )


def whom_both_know(account: Account, other: Person, today: date) -> list[Shared]:
    """Those whom the account's own person and somebody else both know, whom the other knows best first."""
    own = account.person_id
    if own is None or own == other.pk:
        return []
    pair = {own: str(account), other.pk: other.short_name}
    known, told = acquaintances_of(account, list(pair)), relationships_of(account, pair)
    for one in pair:
        for pk, words in told[one].items():
            known[one][pk].told = words
    mine, theirs = known[own], known[other.pk]
    both = {pk: theirs[pk] for pk in theirs.keys() & mine.keys() - pair.keys()}
    best = deepest(both, MOST_SHARED)
    names = names_of(account, best)
    return [Shared(names[pk], both[pk].words(other.short_name, today)) for pk in best if pk in names]
