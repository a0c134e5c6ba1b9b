"""The board of commitments: which of them, how many have each status, and the first of each; as at any day.

Each commitment has one status on each day since it was made, so that the numbers add up to the total.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from m4c.commitments.models import Commitment, Standing
from m4c.commitments.record.words import IN_ORDER
from m4c.core.prepared import prepared
from m4c.people.models import Account, Group
from m4c.people.sight import within

READ_ALONG = ("commitment__powerholder", "commitment__group")
OF_EACH = 4  # of each status, on the board


@dataclass(frozen=True)
class Asked:
    """What a board is asked for."""

    on: date
    group: Group | None = None
    about: dict[str, Any] = field(default_factory=dict)  # by the name of the field: campaign, theme, area ...
    keeper: str = ""  # "none", or anybody
    to_review: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether not all are asked for."""
        return bool(self.group or self.is_narrow)

    @property
    def is_narrow(self) -> bool:
        """Whether more than a group narrows it."""
        return bool(self.about or self.keeper or self.to_review)


def commitments_of(account: Account, asked: Asked) -> "QuerySet[Commitment]":
    """Those that the account sees and asks for, made by that day, the latest first."""
    found = Commitment.objects.visible_to(account).filter(chosen(asked), made_on__lte=asked.on)
    return found.to_review() if asked.to_review else found


def chosen(asked: Asked, at: str = "") -> Q:
    """What is asked for, of rows whose commitment is at `at`."""
    found = Q(**{f"{at}{name}": row for name, row in asked.about.items()})
    if asked.group:
        found &= within(f"{at}group__path", asked.group)
    return found & Q(**{f"{at}keeper": None}) if asked.keeper == "none" else found


def standings_of(account: Account, asked: Asked) -> "QuerySet[Standing]":
    """Where they stand that day: each has one standing from the day it was made."""
    found = Standing.objects.on(asked.on).visible_to(account).filter(chosen(asked, "commitment__"))
    return found.exclude(commitment__to_review="") if asked.to_review else found


@dataclass(frozen=True)
class Board:
    """How many have each status, in the order of the board, and the latest of each."""

    numbers: dict[str, int]
    first: dict[str, list[Standing]]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.numbers.values())


def standings(found: "QuerySet[Commitment]", on: date) -> "QuerySet[Standing]":
    """Where these stand that day."""
    return Standing.objects.on(on).filter(commitment__in=found.order_by().values("pk"))


def board_of(found: "QuerySet[Commitment]", on: date, most: int = OF_EACH) -> Board:
    """The board of these, however they were chosen. Two statements."""
    return gathered(standings(found, on), most)


def board_for(account: Account, asked: Asked) -> Board:
    """The board of what an account asks for. Two statements, prepared where nothing but a group narrows it."""
    if asked.is_narrow:
        return gathered(standings_of(account, asked))
    numbers = in_order(numbers_for(account, asked.on, asked.group))
    return Board(numbers, by_status(numbers, latest_for(account, asked.on, asked.group, tuple(numbers))))


@prepared
def numbers_for(account: Account, on: date, group: Group | None) -> "QuerySet[Any, tuple[str, int]]":
    """How many have each status."""
    return counted(standings_of(account, Asked(on, group)))


@prepared
def latest_for(account: Account, on: date, group: Group | None, statuses: tuple[str, ...]) -> "QuerySet[Standing]":
    """The latest of each status."""
    return latest(standings_of(account, Asked(on, group)), statuses, OF_EACH, READ_ALONG)


def gathered(found: "QuerySet[Standing]", most: int = OF_EACH, related: Sequence[str] = READ_ALONG) -> Board:
    """Standings of a day counted, and of each status those that came to it last, read along with what they name.

    Two statements.
    """
    numbers = in_order(counted(found))
    return Board(numbers, by_status(numbers, latest(found, tuple(numbers), most, related)))


def counted(found: "QuerySet[Standing]") -> "QuerySet[Any, tuple[str, int]]":
    """How many of these standings have each status."""
    return found.order_by().values_list("status").annotate(number=Count("pk"))


def in_order(rows: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The same, in the order of the board."""
    numbers = dict(rows)
    return {status.value: numbers[status] for status in IN_ORDER if status in numbers}


def latest(
    found: "QuerySet[Standing]", statuses: tuple[str, ...], most: int, related: Sequence[str]
) -> "QuerySet[Standing]":
    """Of each of these statuses those that came to it last, read along with what they name."""
    found = found.order_by()
    # Each is read off the index by status and day, and no further than it takes.
    each = [Q(pk__in=found.filter(status=status).order_by("-since", "-pk").values("pk")[:most]) for status in statuses]
    rows = Standing.objects.filter(reduce(or_, each)) if each else Standing.objects.none()
    return rows.select_related(*related).order_by("-since", "-pk")


def by_status(statuses: Iterable[str], rows: Iterable[Standing]) -> dict[str, list[Standing]]:
    """These standings, those of each status together."""
    first: dict[str, list[Standing]] = {status: [] for status in statuses}
    for row in rows:
        first[row.status].append(row)
    return first


def of_status(account: Account, asked: Asked, status: str) -> "QuerySet[Commitment]":
    """Those of a status that day, each with `status` and `done`; with their speakers and groups."""
    found, that_day = commitments_of(account, asked), Standing.objects.on(asked.on).filter(commitment=OuterRef("pk"))
    if status:
        found = found.filter(Exists(that_day.filter(status=status)))
    told = {name: Subquery(that_day.values(name)[:1]) for name in ("status", "done")}
    return found.annotate(**told).select_related("powerholder", "group")


def after(found: Any, row: Commitment) -> Any:
    """Those further down the list: made earlier."""
    return found.filter(Q(made_on__lt=row.made_on) | Q(made_on=row.made_on, pk__lt=row.pk))


def before(found: Any, row: Commitment) -> Any:
    """Those further up."""
    return found.filter(Q(made_on__gt=row.made_on) | Q(made_on=row.made_on, pk__gt=row.pk))
