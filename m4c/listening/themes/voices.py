"""Whose voices count behind concerns: a named person once, one questionnaire once, a concern of nobody by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet
from django.db.models.functions import Coalesce

from m4c.listening.models import Concern
from m4c.listening.themes.board import Board
from m4c.people.models import Account
from m4c.people.sight import hidden_from
from m4c.people.written import by_sql

# Who a concern is from: whoever is named in it, else who filled in its questionnaire, else whom the 1-2-1 was with.
SPEAKER = Coalesce("person", "questionnaire__person", "one_to_one__other")
SPEAKERS = ("person", "questionnaire__person", "one_to_one__other")
NOBODY = Q(speaker=None)


@dataclass(frozen=True)
class Shown:
    """Whom figures may count: rows that name, at some field, nobody who is hidden from `reader`.

    Without a reader it is everybody's sight: whoever is kept safe or set aside is in no figure.
    """

    reader: Account | None = None

    def __call__(self, *fields: str) -> Q:
        """Rows that name nobody hidden at any of these fields."""
        person = self.reader.person_id if self.reader else None
        return reduce(and_, (by_sql(field, hidden_from(person)) for field in fields))


@dataclass(frozen=True)
class Counted:
    """What some concerns count: distinct voices, how many of them said how strongly, its mean 1-3, and the concerns."""

    people: int = 0
    weighed: int = 0
    depth: float | None = None
    concerns: int = 0


def concerns_on(board: Board, shown: Shown) -> "QuerySet[Concern]":
    """The concerns of a board that count, each with its `speaker` by id, or None."""
    rows = Concern.objects.filter(board.covers(), shown(*SPEAKERS), struck_at=None)
    return rows.annotate(speaker=SPEAKER).order_by()


def counted(rows: "QuerySet[Concern]", by: str) -> dict[Any, Counted]:
    """What rows of `concerns_on` count, for each value of the field `by`. One statement."""
    return {row[by]: told(row) for row in rows.values(by).annotate(**FIGURES)}


def counted_together(rows: "QuerySet[Concern]") -> Counted:
    """The same of all of them. One statement."""
    return told(rows.aggregate(**FIGURES))


def told(row: dict[str, Any]) -> Counted:
    """One row of figures."""
    people, weighed = (sum(row[f"{kind}{of}"] for kind in ("named", "sheets", "nobody")) for of in ("", "_weighed"))
    return Counted(people, weighed, None if row["depth"] is None else round(row["depth"], 4), row["concerns"])


def voices(suffix: str = "", among: Q | None = None) -> dict[str, Count]:
    """The three kinds of voices, counted among some rows."""
    only = among or Q()
    return {
        f"named{suffix}": Count("speaker", distinct=True, filter=only & ~NOBODY),
        f"sheets{suffix}": Count("questionnaire", distinct=True, filter=only & NOBODY),
        f"nobody{suffix}": Count("pk", filter=only & NOBODY & Q(questionnaire=None)),
    }


FIGURES = {
    **voices(),
    **voices("_weighed", Q(strength__isnull=False)),
    "depth": Avg("strength"),
    "concerns": Count("pk"),
}


def most_first(found: Iterable[tuple[str, Counted]]) -> list[tuple[str, Counted]]:
    """Names with what they count, most people first, then by name."""
    return sorted(found, key=lambda pair: (-pair[1].people, pair[0].casefold()))
