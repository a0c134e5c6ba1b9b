"""The public board of commitments: by status, place, theme and decision-maker, in numbers that add up to the total."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from m4c.commitments.faces.leaf import Leaf
from m4c.commitments.faces.reading import (
    Card,
    Heap,
    by_place,
    by_speaker,
    by_theme,
    first_of,
    narrowing,
    of_statuses,
    public_commitments,
)
from m4c.commitments.faces.tally import Counted, Part, Tally, statuses_of
from m4c.commitments.models import Commitment
from m4c.commitments.record.words import IN_ORDER

OF_EACH, IN_A_LANE, SPEAKERS = 4, 8, 12


@dataclass(frozen=True)
class Lane:
    """A part of the board: what it is called, how many are in it, the first of them, and where all of them are."""

    part: Part
    number: int
    cards: list[Card]
    address: str

    @property
    def has_more(self) -> bool:
        """Whether not all of them are shown."""
        return self.number > len(self.cards)


class PublicBoard:
    """One reading of the board as at a day, as an address asks for it."""

    def __init__(self, asked: QueryDict, on: date, today: date) -> None:
        self.asked, self.on, self.today = asked, min(on, today), today
        self.place, self.theme = asked.get("place", ""), asked.get("theme", "")
        self.statuses_asked = statuses_of(asked.get("status", ""))
        self.status = asked.get("status", "") if self.statuses_asked else ""

    @property
    def is_past(self) -> bool:
        """Whether it is told of a day gone by."""
        return self.on < self.today

    @cached_property
    def found(self) -> "QuerySet[Commitment]":
        """Those of the place and theme that are asked for, of whatever status."""
        return public_commitments(self.on).filter(**narrowing(self.place, self.theme))

    @cached_property
    def first(self) -> tuple[Tally, dict[str, list[Card]]]:
        """How many have each status, and the latest of each."""
        return first_of(narrowing(self.place, self.theme), self.on, self.today, OF_EACH)

    @cached_property
    def tally(self) -> Tally:
        """How many have each status."""
        return Tally.of(self.found, self.on) if self.status else self.first[0]

    @cached_property
    def lanes(self) -> list[Lane]:
        """Each part of the board with its number and the first of it: the numbers add up to the total."""
        tally, by_status = self.first
        lanes = []
        for counted in filter(attrgetter("number"), tally.parts):
            of_part = [status for status in IN_ORDER if status in counted.part.statuses]
            first = [card for status in of_part for card in by_status.get(status, [])][:IN_A_LANE]
            lanes.append(Lane(counted.part, counted.number, first, self.address(status=counted.part.key)))
        return lanes

    @cached_property
    def parts(self) -> list[tuple[Counted, str, bool]]:
        """Each heading with its number, the address of those alone, and whether it is asked for."""
        return [
            (counted, self.address(status=counted.part.key), counted.part.statuses == self.statuses_asked)
            for counted in self.tally.parts
        ]

    @cached_property
    def statuses(self) -> list[tuple[str, Any, int, str, bool]]:
        """Each status with its number, the address of those alone, and whether it is asked for."""
        return [
            (status, word, number, self.address(status=status), status in self.statuses_asked)
            for status, word, number in self.tally.rows
        ]

    @cached_property
    def narrower(self) -> "QuerySet[Commitment]":
        """Those of the status too: what places, themes and decision-makers are counted of."""
        if not self.status:
            return self.found
        return of_statuses(self.found, self.statuses_asked, self.on)

    @cached_property
    def total(self) -> int:
        """How many are asked for: every list of numbers on the page adds up to it."""
        return self.tally.of_statuses(self.statuses_asked) if self.status else self.tally.total

    @cached_property
    def places(self) -> list[tuple[Heap, str]]:
        """By place, each with its address; none where no place was said of any."""
        heaps = by_place(self.narrower)
        return [(heap, self.address(place=heap.key)) for heap in heaps] if any(heap.key for heap in heaps) else []

    @cached_property
    def themes(self) -> list[tuple[Heap, str]]:
        """By theme, each with its address; none where no theme was said of any."""
        heaps = by_theme(self.narrower)
        return [(heap, self.address(theme=heap.key)) for heap in heaps] if any(heap.key for heap in heaps) else []

    @cached_property
    def speakers(self) -> tuple[list[Heap], int]:
        """By decision-maker, those with most of them; and how many all others made."""
        return by_speaker(self.narrower, self.today, SPEAKERS, self.total)

    @cached_property
    def leaf(self) -> Leaf:
        """Those of the status, the latest first, leaf by leaf."""
        return Leaf(self.narrower, self.asked, self.on, self.today, kept=self.kept())

    @property
    def is_narrowed(self) -> bool:
        """Whether not all are asked for."""
        return bool(self.place or self.theme)

    @property
    def all_address(self) -> str:
        """The address of the same board, of whatever status."""
        return self.address(status="")

    @property
    def wide_address(self) -> str:
        """The address of the same board, of whatever place and theme."""
        return self.address(place="", theme="")

    @property
    def today_address(self) -> str:
        """The address of the same board as it stands today."""
        return self.address(on="")

    def kept(self, **other: str) -> dict[str, str]:
        """What addresses of the board carry along."""
        on = self.on.isoformat() if self.is_past else ""
        asked = {"status": self.status, "place": self.place, "theme": self.theme, "on": on} | other
        return {name: value for name, value in asked.items() if value}

    def address(self, **other: str) -> str:
        """The address of the same board, asked for something else."""
        return f"?{urlencode(self.kept(**other))}"
