"""A person's timeline: the engagement ledger in words, which each app gives for its own kinds."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.core.register import Register
from m4c.people.models import Account, Engagement, Person
from m4c.people.naming import names_of

NEWEST = 20


class Origin(NamedTuple):
    """The record that a ledger row came from, as a link; `url` may be blank."""

    title: str
    url: str


@dataclass(frozen=True)
class LedgerWords:
    """What a kind of ledger row says.

    `sentence` stands alone; `with_leader` holds `{leader}`, `with_other` holds `{other}`, and each is used where that
    name may be shown. `origins(account, source ids)` gives the sources that the account may see, by id, in a constant
    number of queries.
    """

    sentence: "str | Promise"
    with_leader: "str | Promise" = ""
    with_other: "str | Promise" = ""
    origins: Callable[[Account, Collection[int]], Mapping[int, Origin]] | None = None


@dataclass(frozen=True)
class TimelineEntry:
    """One line of a timeline."""

    at: datetime
    sentence: str
    origin: Origin | None


LEDGER_WORDS: Register[LedgerWords] = Register("What each kind of ledger row says on a person's timeline.")


def register() -> None:
    """The words of the kinds that people itself writes."""
    LEDGER_WORDS.add("met", LedgerWords(_("We first met"), with_leader=_("First met by {leader}")))


def timeline(account: Account, person: Person, newest: int = NEWEST) -> list[TimelineEntry]:
    """The newest rows of a person that the account may see, in words; kinds without words are left out."""
    rows = list(Engagement.objects.visible_to(account).filter(person=person, kind__in=LEDGER_WORDS.names())[:newest])
    names = names_of(account, [pk for row in rows for pk in (row.leader_id, row.other_id)])
    origins = origins_of(account, rows)
    return [TimelineEntry(row.at, sentence_of(row, names), origins.get((row.kind, row.source_id))) for row in rows]


def sentence_of(row: Engagement, names: Mapping[int | None, str]) -> str:
    """A row in words, with the names that may be shown."""
    words = LEDGER_WORDS[row.kind]
    if words.with_leader and row.leader_id in names:
        return str(words.with_leader).format(leader=names[row.leader_id])
    if words.with_other and row.other_id in names:
        return str(words.with_other).format(other=names[row.other_id])
    return str(words.sentence)


def origins_of(account: Account, rows: Collection[Engagement]) -> dict[tuple[str, int], Origin]:
    """The sources of these rows that the account may see, by kind and source id, one look-up for each way to look."""
    ids: dict[Callable[..., Mapping[int, Origin]], set[int]] = defaultdict(set)
    for row in rows:
        if look_up := LEDGER_WORDS[row.kind].origins:
            ids[look_up].add(row.source_id)
    found = {look_up: look_up(account, wanted) for look_up, wanted in ids.items()}
    return {
        (row.kind, row.source_id): found[look_up][row.source_id]
        for row in rows
        if (look_up := LEDGER_WORDS[row.kind].origins) and row.source_id in found[look_up]
    }
