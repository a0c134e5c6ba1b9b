"""How many commitments stand how, each status under one plain name: whatever is counted adds up to the total."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Status
from m4c.commitments.record.board import standings
from m4c.commitments.record.words import IN_ORDER

FEW = 10  # below so many, numbers say little of anybody


@dataclass(frozen=True)
class Part:
    """What stands under one heading, and in a sentence why it does; `key` asks for it in an address."""

    key: str
    title: Any
    meaning: Any
    statuses: tuple[Status, ...]


# In the order of the page: what may still come, what came, what did not, and what nobody can be held to.
PARTS = (
    Part(
        "open",
        _("Still open"),
        _("Not kept yet, and it may still be. Late ones stand here too: late is not broken."),
        (Status.OVERDUE, Status.DUE_SOON, Status.IN_PROGRESS, Status.MADE),
    ),
    Part(
        "held",
        _("Kept"),
        _("What counts as kept was reached, or it was held to until it ended."),
        (Status.KEPT, Status.EXPIRED),
    ),
    Part(
        "partly",
        _("Kept in part"),
        _("Some of it was done. What is missing stands on the page of each."),
        (Status.PARTLY,),
    ),
    Part(
        "broken",
        _("Broken"),
        _("Two people judged so on evidence, after notice to whoever promised. Their reply stands beside it."),
        (Status.BROKEN,),
    ),
    Part(
        "disputed",
        _("Disputed"),
        _("What was promised, or done, is told in two ways. Both stand on the page of each."),
        (Status.DISPUTED,),
    ),
    Part(
        "unverifiable",
        _("Cannot be verified"),
        _("Nobody can check what became of it, so it speaks neither for nor against anybody."),
        (Status.UNVERIFIABLE,),
    ),
    Part(
        "void",
        _("Void"),
        _("It hung on a condition, and that failed: neither kept nor broken."),
        (Status.VOID,),
    ),
    Part(
        "superseded",
        _("Replaced"),
        _("Another stands in its place, and is counted where that one stands."),
        (Status.SUPERSEDED,),
    ),
)
OPEN, HELD = PARTS[:2]


def statuses_of(asked: str) -> tuple[Status, ...]:
    """The statuses that an address asks for, by a status or by a part of the board; none for anything else."""
    if asked in Status.values:
        return (Status(asked),)
    return next((part.statuses for part in PARTS if part.key == asked), ())


@dataclass(frozen=True)
class Counted:
    """A part with how many are in it, and how many stand before it in a row of all."""

    part: Part
    number: int
    before: int


@dataclass(frozen=True)
class Tally:
    """How many have each status, in the order of boards."""

    numbers: dict[str, int]

    @classmethod
    def of(cls, found: "QuerySet[Commitment]", on: date) -> "Tally":
        """Of these commitments, that day. One statement."""
        counted = standings(found, on).order_by().values("status").annotate(number=Count("pk"))
        return cls.in_order({row["status"]: row["number"] for row in counted})

    @classmethod
    def in_order(cls, numbers: Mapping[str, int]) -> "Tally":
        """These numbers as boards show them."""
        return cls({status: numbers[status] for status in IN_ORDER if numbers.get(status)})

    def of_statuses(self, statuses: Iterable[str]) -> int:
        """How many have one of these."""
        return sum(self.numbers.get(status, 0) for status in statuses)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.numbers.values())

    @property
    def parts(self) -> list[Counted]:
        """How many stand under each heading, in the order of the page: they add up to the total.

        That none is open or kept is said too; of the rest only what there is.
        """
        told, before = [], 0
        for part in PARTS:
            number = self.of_statuses(part.statuses)
            if number or part in (OPEN, HELD):
                told.append(Counted(part, number, before))
                before += number
        return told

    @property
    def kept(self) -> int:
        """How many were kept, or held to until they ended."""
        return self.of_statuses(HELD.statuses)

    @property
    def open(self) -> int:
        """How many are still to be kept: none of them is called broken."""
        return self.of_statuses(OPEN.statuses)

    @property
    def others(self) -> list[Counted]:
        """What is neither, each under its own name."""
        return [counted for counted in self.parts if counted.part not in (OPEN, HELD)]

    @property
    def rows(self) -> list[tuple[str, Any, int]]:
        """Each status with its word and number."""
        return [(status, Status(status).label, number) for status, number in self.numbers.items()]

    @property
    def says_more(self) -> bool:
        """Whether the statuses say more than the headings under which they stand."""
        return any(self.numbers.get(status) for status in (*OPEN.statuses, Status.EXPIRED) if status != Status.MADE)

    @property
    def is_few(self) -> bool:
        """Whether these are so few that they say little."""
        return 0 < self.total < FEW
