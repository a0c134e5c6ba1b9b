"""The public board of commitments: by status, place, theme and decision-maker, in numbers that add up to the total."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from m4c.commitments.faces.reading import (
    HELD,
    OPEN,
    Card,
    Heap,
    Tally,
    by_place,
    by_speaker,
    by_theme,
    cards,
    first_of,
    narrowing,
    of_one_status,
    public_commitments,
    with_commitments,
)
from m4c.commitments.models import Commitment, Status
from m4c.commitments.record.board import standings
from m4c.commitments.record.words import IN_ORDER

ON_A_LEAF, OF_EACH, IN_A_LANE, SPEAKERS = 25, 4, 8, 12


@dataclass(frozen=True)
class Lane:
    """A part of the board: what it is called, how many are in it, and the first of them."""

    words: str
    number: int
    cards: list[Card]


class PublicBoard:
    """One reading of the board on a day, as an address asks for it."""

    def __init__(self, asked: Mapping[str, Any], on: date) -> None:
        self.on = on
        self.place, self.theme = str(asked.get("place", "")), str(asked.get("theme", ""))
        status = asked.get("status", "")
        self.status = status if status in Status.values else ""
        self.older, self.newer = str(asked.get("older", "")), str(asked.get("newer", ""))

    @cached_property
    def found(self) -> "QuerySet[Commitment]":
        """Those of the place and theme that are asked for, of whatever status."""
        return public_commitments(self.on).filter(**narrowing(self.place, self.theme))

    @cached_property
    def first(self) -> tuple[Tally, dict[str, list[Card]]]:
        """How many have each status, and the latest of each."""
        return first_of(narrowing(self.place, self.theme), self.on, OF_EACH)

    @cached_property
    def tally(self) -> Tally:
        """How many have each status."""
        return Tally.of(self.found, self.on) if self.status else self.first[0]

    @cached_property
    def lanes(self) -> list[Lane]:
        """What is open, what was kept, and what is neither: each with its number and the first of it."""
        tally, by_status = self.first
        lanes = (
            (_("Still open"), tally.open, [status for status in IN_ORDER if status in OPEN]),
            (_("Kept"), tally.kept, [status for status in IN_ORDER if status in HELD]),
            (_("Neither"), tally.rest, [status for status in IN_ORDER if status not in (*OPEN, *HELD)]),
        )
        return [
            Lane(words, number, [card for status in statuses for card in by_status.get(status, [])][:IN_A_LANE])
            for words, number, statuses in lanes
            if number
        ]

    @cached_property
    def statuses(self) -> list[tuple[str, Any, int, str, bool]]:
        """Each status with its number, the address of those alone, and whether it is asked for."""
        return [
            (status, word, number, self.address(status=status), status == self.status)
            for status, word, number in self.tally.rows
        ]

    @cached_property
    def narrower(self) -> "QuerySet[Commitment]":
        """Those of the status too: what places, themes and decision-makers are counted of."""
        if not self.status:
            return self.found
        return of_one_status(self.found, self.status, self.on)

    @cached_property
    def total(self) -> int:
        """How many are asked for: every list of numbers on the page adds up to it."""
        return self.tally.numbers.get(self.status, 0) if self.status else self.tally.total

    @cached_property
    def places(self) -> list[tuple[Heap, str]]:
        """By place, each with its address."""
        return [(heap, self.address(place=heap.key)) for heap in by_place(self.narrower)]

    @cached_property
    def themes(self) -> list[tuple[Heap, str]]:
        """By theme, each with its address."""
        return [(heap, self.address(theme=heap.key)) for heap in by_theme(self.narrower)]

    @cached_property
    def speakers(self) -> tuple[list[Heap], int]:
        """By decision-maker, those with most of them; and how many all others made."""
        return by_speaker(self.narrower, self.on, SPEAKERS, self.total)

    @cached_property
    def leaf(self) -> "Leaf":
        """Those of the status, the latest first, leaf by leaf."""
        return Leaf(self)

    @property
    def is_narrowed(self) -> bool:
        """Whether not all are asked for."""
        return bool(self.place or self.theme)

    @property
    def all_address(self) -> str:
        """The address of the same board, of whatever status."""
        return self.address(status="")

    def address(self, **other: str) -> str:
        """The address of the same board, asked for something else."""
        asked = {"status": self.status, "place": self.place, "theme": self.theme} | other
        return f"?{urlencode({name: value for name, value in asked.items() if value})}"


class Leaf:
    """A leaf of the list, from one commitment to the next, so that the last costs what the first does."""

    def __init__(self, board: PublicBoard) -> None:
        self.board = board
        rows = with_commitments(standings(board.narrower, board.on)).order_by("-commitment__made_on", "-commitment")
        below, above = self.at(board.older), self.at(board.newer)
        if above:
            later = rows.filter(beyond(above, "gt")).reverse()[: ON_A_LEAF + 1]
            kept = list(later)[::-1]
            self.has_newer, self.has_older = len(kept) > ON_A_LEAF, True
            kept = kept[-ON_A_LEAF:]
        else:
            kept = list((rows.filter(beyond(below, "lt")) if below else rows)[: ON_A_LEAF + 1])
            self.has_newer, self.has_older = below is not None, len(kept) > ON_A_LEAF
            kept = kept[:ON_A_LEAF]
        self.cards = cards(kept, board.on)

    def at(self, slug: str) -> Commitment | None:
        """The commitment where a leaf begins, if it is one of these."""
        return self.board.found.filter(slug=slug).first() if slug else None

    @property
    def newer(self) -> str:
        """The address of the leaf before; blank where there is none."""
        return f"{self.board.address()}&newer={self.cards[0].slug}" if self.has_newer and self.cards else ""

    @property
    def older(self) -> str:
        """The address of the leaf after; blank where there is none."""
        return f"{self.board.address()}&older={self.cards[-1].slug}" if self.has_older and self.cards else ""


def beyond(row: Commitment, way: str) -> Any:
    """Standings of commitments on one side of this one in the list."""
    later = Q(**{f"commitment__made_on__{way}": row.made_on})
    return later | Q(commitment__made_on=row.made_on, **{f"commitment__{way}": row.pk})
