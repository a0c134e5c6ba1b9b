"""A person's timeline: the engagement ledger in words, which each app gives for its own kinds."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.core.prepared import padded, prepared
from m4c.core.register import Register
from m4c.people.models import Account, Engagement, Person
from m4c.people.naming import names_of

NEWEST = 20
MOST_AT_ONCE = 1_000  # rows of one moment: an import brings hundreds


class Origin(NamedTuple):
    """The record that a ledger row came from, as a link; `url` may be blank."""

    title: str
    url: str


@dataclass(frozen=True)
class LedgerWords:
    """What a kind of ledger row says.

    `sentence` stands alone; `with_leader` holds `{leader}`, `with_other` holds `{other}`, and each is used where that
    name may be shown. `origins(account, source ids)` gives the sources that the account may see, by id, in a constant
    number of queries. A mirror says what another row of the same source says from the other side: where the rows of
    many people stand together it is left out.
    """

    sentence: "str | Promise"
    with_leader: "str | Promise" = ""
    with_other: "str | Promise" = ""
    origins: Callable[[Account, list[int]], Mapping[int, Origin]] | None = None
    is_mirror: bool = False


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


@dataclass(frozen=True)
class TimelinePage:
    """Some of a timeline, the newest first, and where the next older ones begin; blank where there are none."""

    entries: list[TimelineEntry]
    older: str


class Mark(NamedTuple):
    """Where a page of a timeline begins: at this moment, past so many rows of that very moment.

    Rows of the ledger have no name outside: this tells them apart without one.
    """

    at: datetime
    past: int

    def __str__(self) -> str:
        return f"{self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}~{self.past}"

    @classmethod
    def read(cls, typed: str) -> "Mark | None":
        """A mark from an address; None for anything else."""
        at, _tilde, past = typed.partition("~")
        try:
            return cls(datetime.strptime(at, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC), min(int(past), MOST_AT_ONCE))
        except ValueError:
            return None


def page_of_timeline(account: Account, person: Person, mark: str = "", size: int = NEWEST) -> TimelinePage:
    """A page of a person's timeline from a mark on: what the account may see, in a constant number of queries."""
    if Mark.read(mark):
        rows, older = page_of_rows(Engagement.objects.visible_to(account).filter(person=person), mark, size)
    else:
        newest = newest_of(account, person.pk, tuple(LEDGER_WORDS.names()), range(size + 1))
        rows, older = page_of(newest, None, size)
    return TimelinePage(in_words(account, rows), older)


@prepared
def newest_of(account: Account, person: int, kinds: tuple[str, ...], places: range) -> QuerySet[Engagement]:
    """The newest rows of a person, of these kinds, that the account may see: as many as there are places."""
    return Engagement.objects.visible_to(account).filter(person=person, kind__in=kinds)[: len(places)]


def page_of_rows(rows: QuerySet[Engagement], mark: str, size: int) -> tuple[list[Engagement], str]:
    """So many rows that have words, from a mark on, and the mark of the next; blank where there are no more."""
    begin = Mark.read(mark)
    rows = rows.filter(kind__in=LEDGER_WORDS.names())
    past = max(begin.past, 0) if begin else 0
    return page_of(list((rows.filter(at__lte=begin.at) if begin else rows)[past : past + size + 1]), begin, size)


def page_of(found: list[Engagement], begin: Mark | None, size: int) -> tuple[list[Engagement], str]:
    """So many of the rows found from a mark on, and the mark of the next; blank where they are no more."""
    shown = found[:size]
    return shown, str(next_mark(begin, shown)) if len(found) > size else ""


def next_mark(begin: Mark | None, shown: Sequence[Engagement]) -> Mark:
    """The mark past these rows."""
    last = shown[-1].at
    before = begin.past if begin and begin.at == last else 0
    return Mark(last, before + sum(row.at == last for row in shown))


def timeline(account: Account, person: Person, newest: int = NEWEST) -> list[TimelineEntry]:
    """The newest rows of a person that the account may see, in words; kinds without words are left out."""
    return page_of_timeline(account, person, size=newest).entries


def in_words(account: Account, rows: Sequence[Engagement]) -> list[TimelineEntry]:
    """Rows that the account may see, in words, with the names and sources that may be shown."""
    names = names_of(account, [pk for row in rows for pk in (row.leader_id, row.other_id)])
    origins = origins_of(account, rows)
    return [TimelineEntry(row.at, sentence_of(row, names), origins.get((row.kind, row.source_id))) for row in rows]


def sentence_of(row: Engagement, names: Mapping[int | None, str]) -> str:
    """A row in words, with the names that may be shown."""
    words = LEDGER_WORDS[row.kind]
    if row.leader_id in names and words.with_leader:
        return str(words.with_leader).format(leader=names[row.leader_id])
    if row.other_id in names and words.with_other:
        return str(words.with_other).format(other=names[row.other_id])
    return str(words.sentence)


def origins_of(account: Account, rows: Collection[Engagement]) -> dict[tuple[str, int], Origin]:
    """The sources of these rows that the account may see, by kind and source id, one look-up for each way to look."""
    ids: dict[Callable[..., Mapping[int, Origin]], set[int]] = defaultdict(set)
    for row in rows:
        if look_up := LEDGER_WORDS[row.kind].origins:
            ids[look_up].add(row.source_id)
    found = {look_up: look_up(account, padded(sorted(wanted))) for look_up, wanted in ids.items()}
    return {
        (row.kind, row.source_id): found[look_up][row.source_id]
        for row in rows
        if (look_up := LEDGER_WORDS[row.kind].origins) and row.source_id in found[look_up]
    }
