"""The board of commitments: which of them, how many have each status, and the first of each; as at any day.

Each commitment has one status on each day since it was made, so that the numbers add up to the total.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from m4c.commitments.models import Commitment, Standing
from m4c.commitments.record.words import IN_ORDER
from m4c.people.models import Account, Group
from m4c.people.sight import within

OF_EACH = 4  # of each status, on the board


@dataclass(frozen=True)
class Asked:
    """What a board is asked for."""

    on: date
    group: Group | None = None
    about: dict[str, Any] = field(default_factory=dict)  # by the name of the field: campaign, theme, area ...
    keeper: str = ""  # "me", "none", or anybody
    to_review: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether not all are asked for."""
        return bool(self.group or self.about or self.keeper or self.to_review)


def commitments_of(account: Account, asked: Asked) -> "QuerySet[Commitment]":
    """Those that the account sees and asks for, made by that day, the latest first."""
    found = Commitment.objects.visible_to(account).filter(made_on__lte=asked.on, **asked.about)
    if asked.group:
        found = found.filter(within("group__path", asked.group))
    if asked.keeper == "me":
        found = found.filter(keeper=account.person_id or 0)
    if asked.keeper == "none":
        found = found.filter(keeper=None)
    return found.to_review() if asked.to_review else found


def standings(found: "QuerySet[Commitment]", on: date) -> "QuerySet[Standing]":
    """Where these stand that day."""
    return Standing.objects.on(on).filter(commitment__in=found.order_by().values("pk"))


@dataclass(frozen=True)
class Board:
    """How many have each status, in the order of the board, and the latest of each."""

    numbers: dict[str, int]
    first: dict[str, list[Standing]]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.numbers.values())


def board_of(found: "QuerySet[Commitment]", on: date, most: int = OF_EACH) -> Board:
    """All of the board, counted and placed by the database in one go. Two statements."""
    same: Any = {"partition_by": F("status")}
    place = Window(RowNumber(), order_by=[F("commitment__made_on").desc(), F("commitment").desc()], **same)
    number = Window(Count("pk"), **same)
    placed = standings(found, on).order_by().annotate(place=place, number=number).filter(place__lte=most)
    told = list(placed.values_list("pk", "status", "number"))
    numbers = {status: number for _pk, status, number in told}
    rows = Standing.objects.filter(pk__in=[pk for pk, _status, _number in told])
    first: dict[str, list[Standing]] = {status: [] for status in IN_ORDER if status in numbers}
    seen = rows.select_related("commitment__powerholder", "commitment__group")
    for row in seen.order_by("-commitment__made_on", "-commitment"):
        first[row.status].append(row)
    return Board({status: numbers[status] for status in first}, first)


def of_status(found: "QuerySet[Commitment]", status: str, on: date) -> "QuerySet[Commitment]":
    """Those of a status that day, each with `status` and `done`; with their speakers and groups."""
    that_day = Standing.objects.on(on).filter(commitment=OuterRef("pk"))
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
