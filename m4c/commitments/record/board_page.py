"""The board as its page shows it: a section for each status, a line for each commitment, and where each leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from m4c.commitments.models import Commitment, Standing, Status
from m4c.commitments.record.as_it_was import as_they_were
from m4c.commitments.record.board import READ_ALONG, Asked, Board, standings_of
from m4c.commitments.record.narrowing import key_of
from m4c.commitments.record.words import OVER, TITLES, detail
from m4c.commitments.watching.ending import ending, soon_on, warning
from m4c.core.prepared import prepared
from m4c.people.models import Account, Group
from m4c.people.narrowing import kept_group

LONGEST = 160  # of the words in a line
ENDING = 4  # that the board warns of
FEW = 2  # lines of what is over: it asks for nothing to be done


@dataclass(frozen=True)
class Line:
    """One commitment in a list."""

    commitment: Commitment
    url: str
    status: str
    detail: str
    warning: str = ""

    @property
    def words(self) -> str:
        """Its words, short enough to be read at a glance."""
        said = " ".join(self.commitment.words.split())
        return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rsplit(' ', 1)[0]}…"


@dataclass(frozen=True)
class Section:
    """Those of a status: how many, the first of them, and where the rest are."""

    status: str
    title: str
    number: int
    url: str
    lines: list[Line]

    @property
    def has_more(self) -> bool:
        """Whether not all of them are shown."""
        return self.number > len(self.lines)


def kept_of(request: HttpRequest, which: Asked, today: date) -> dict[str, str | None]:
    """What the addresses of the board carry along."""
    kept: dict[str, Any] = {name: key_of(name, row) for name, row in which.about.items()}
    kept |= {"keeper": which.keeper or kept.get("keeper"), "to_review": "yes" if which.to_review else None}
    return kept_group(request, which.group) | kept | {"as_at": which.on.isoformat() if which.on != today else None}


def sections_of(board: Board, kept: dict[str, str | None], on: date) -> list[Section]:
    """A section for each status that any has; of a day gone by with what was said and due then. Two statements."""
    if kept.get("as_at"):
        as_they_were([row.commitment for rows in board.first.values() for row in rows], on)
    carried = {name: value for name, value in kept.items() if value is not None}
    return [
        Section(
            status,
            str(TITLES[Status(status)]),
            number,
            f"?{urlencode(carried | {'status': status})}",
            [
                line(row.commitment, row.status, row.done, on)
                for row in board.first[status][: FEW if status in OVER else None]
            ],
        )
        for status, number in board.numbers.items()
    ]


def ending_lines(account: Account, asked: Asked, *, is_past: bool) -> list[Line]:
    """Those of a day that end soon by themselves, the first first. A statement, and two of a day gone by."""
    on, last = asked.on, soon_on(asked.on)
    rows = list(that_end(account, asked, last)) if asked.is_narrow else ending_for(account, on, last, asked.group)
    if is_past and rows:
        as_they_were([row.commitment for row in rows], on)
    return [line(row.commitment, row.status, row.done, on) for row in rows]


@prepared
def ending_for(account: Account, on: date, last: date, group: Group | None) -> "QuerySet[Standing]":
    """The same where nothing but a group narrows it."""
    return that_end(account, Asked(on, group), last)


def that_end(account: Account, asked: Asked, last: date) -> "QuerySet[Standing]":
    """Where those stand that end until the last day."""
    return ending(standings_of(account, asked), asked.on, last).select_related(*READ_ALONG)[:ENDING]


def lines_of(rows: Sequence[Any], on: date, *, is_past: bool = False) -> list[Line]:
    """Commitments of a list, as `of_status` reads them; of a day gone by as they were then. Two statements, or none."""
    if is_past:
        as_they_were(rows, on)
    return [line(row, row.status or Status.MADE, row.done or Decimal(0), on) for row in rows]


def line(commitment: Commitment, status: str, done: Decimal, on: date) -> Line:
    """One in a line."""
    url = reverse("commitment", kwargs={"uid": commitment.uid})
    return Line(commitment, url, status, detail(commitment, status, done, on), warning(commitment, status, on))
