"""Whom somebody has still to tell how an issue moved, by ringing or meeting them, and by which numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, prefetch_related_objects

from m4c.events.turnout.call_sheet import Reach
from m4c.listening.models import WordBack
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account, Purpose

ON_A_PAGE = 50
TO_RING = Q(state__in=[WordBack.State.TO_RING, WordBack.State.FAILED])


@dataclass(frozen=True)
class ToTell:
    """One who is to hear. `numbers` may be rung; `barred` says why none may; `safe_note` stands above all of it."""

    word: WordBack
    numbers: Sequence[str]
    barred: str
    is_kept_safe: bool
    safe_note: str


@dataclass(frozen=True)
class ToRing:
    """The first of them, by move and name, and how many there are beyond."""

    first: list[ToTell]
    more: int


def to_ring_of(account: Account, at: datetime) -> ToRing:
    """Those whom the account is to tell. In a constant number of statements."""
    waiting = WordBack.objects.visible_to(account).filter(that_one_tells(account))
    rows = waiting.select_related("move__issue", "person").order_by("move", "person__sort_name", "pk")
    words = list(rows[: ON_A_PAGE + 1])
    more = waiting.count() - ON_A_PAGE if len(words) > ON_A_PAGE else 0
    people = [word.person for word in words[:ON_A_PAGE]]
    prefetch_related_objects(people, "phones")
    reach = Reach.of(people, account, at, Purpose.SERVICE)
    return ToRing([told(word, reach) for word in words[:ON_A_PAGE]], more)


def that_one_tells(account: Account) -> Q:
    """Words that the account is to give, among words: of those whose own contact it is, and where nobody is named,
    of its groups' issues.
    """
    whose = Q(teller=None) & account.sight.of_group("move__issue__group", SEE_LISTENING)
    return TO_RING & (whose | Q(teller=account.person_id) if account.person_id else whose)


def told(word: WordBack, reach: Reach) -> ToTell:
    """How one of them is rung."""
    pk = word.person_id
    numbers, barred = reach.numbers.get(pk, ()), reach.barred.get(pk, "")
    return ToTell(word, numbers, barred, pk in reach.safe, reach.safe.get(pk, ""))
