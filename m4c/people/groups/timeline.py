"""A group's timeline: what its people did, in words, those who did the same thing on one day together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from m4c.core.prepared import prepared
from m4c.people.models import Account, Engagement, Group
from m4c.people.naming import names_of
from m4c.people.sight import within
from m4c.people.timeline import LEDGER_WORDS, Mark, Origin, origins_of, page_of, page_of_rows

ROWS = 30  # of the ledger on a page
NAMED = 3  # of those who did the same


@dataclass(frozen=True)
class Doing:
    """What people did on a day: the sentence of its kind, where it comes from, and who they are."""

    at: datetime
    sentence: str
    origins: list[Origin]
    people: list[str]

    @property
    def origin(self) -> Origin | None:
        """Where it comes from, where it all comes from one."""
        return self.origins[0] if len(self.origins) == 1 else None

    @property
    def names(self) -> str:
        """A few of them."""
        return ", ".join(self.people[:NAMED])

    @property
    def more(self) -> int:
        """How many there are beside those named."""
        return len(self.people) - NAMED if len(self.people) > NAMED else 0


@dataclass(frozen=True)
class GroupTimeline:
    """Some of a group's timeline, the newest first, and where the next older ones begin; blank where there are none."""

    doings: list[Doing]
    older: str


def group_timeline(account: Account, group: Group, mark: str = "", size: int = ROWS) -> GroupTimeline:
    """What the people of a group and of those below it did, as far as the account may see; five queries or so."""
    if Mark.read(mark) or size != ROWS:
        rows, older = page_of_rows(done_in(account, group), mark, size)
    else:
        rows, older = page_of(newest_in(account, group), None, size)
    names, origins = names_of(account, [row.person_id for row in rows]), origins_of(account, rows)
    return GroupTimeline(
        together((row, origins.get((row.kind, row.source_id)), names.get(row.person_id)) for row in rows), older
    )


@prepared
def newest_in(account: Account, group: Group) -> QuerySet[Engagement]:
    """The newest rows that have words: a page of them, and one more."""
    return done_in(account, group).filter(kind__in=LEDGER_WORDS.names())[: ROWS + 1]


def done_in(account: Account, group: Group) -> QuerySet[Engagement]:
    """What was done in a group and those below it."""
    return Engagement.objects.visible_to(account).filter(within("group__path", group)).exclude(kind__in=mirrors())


def mirrors() -> list[str]:
    """The kinds that say again, from the other side, what another row says."""
    return [kind for kind in LEDGER_WORDS.names() if LEDGER_WORDS[kind].is_mirror]


def together(rows: Iterable[tuple[Engagement, Origin | None, str | None]]) -> list[Doing]:
    """Rows of one kind and day as one where their origins are called the same, in the order of the first of them."""
    doings: dict[tuple[object, ...], Doing] = {}
    for row, origin, name in rows:
        key = (timezone.localdate(row.at), row.kind, origin and origin.title)
        doing = doings.setdefault(key, Doing(row.at, str(LEDGER_WORDS[row.kind].sentence), [], []))
        if origin and origin not in doing.origins:
            doing.origins.append(origin)
        if name and name not in doing.people:
            doing.people.append(name)
    return list(doings.values())
