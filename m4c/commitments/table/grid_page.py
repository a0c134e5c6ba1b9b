"""A grid as pages show it: a row for each person, a cell for each question, and how many answered what."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from m4c.commitments.models import Answer, Ask, AskGrid, GridQuestion
from m4c.commitments.table.page import BADGES, AskRow, rows_of
from m4c.people.models import Account
from m4c.power.models import Powerholder

Kind = Answer.Kind


@dataclass(frozen=True)
class GridRow:
    """One person, the office then held, and what they answered to each question."""

    powerholder: Powerholder
    office_words: str
    cells: list[tuple[GridQuestion, AskRow | None]]
    called: str = ""


@dataclass(frozen=True)
class Tally:
    """How many were asked one question, and how many answered what."""

    question: GridQuestion
    asked: int
    kinds: list[tuple[str, str, int]] = field(default_factory=list)  # badge, words, number
    unanswered: int = 0


def people_asked(account: Account, grid: AskGrid) -> "QuerySet[Powerholder]":
    """Those in a grid, by name."""
    asked = Ask.objects.visible_to(account).filter(grid=grid, struck_at=None).order_by().values("powerholder")
    return Powerholder.objects.visible_to(account).filter(pk__in=asked).order_by("name", "pk")


def questions_of(grid: AskGrid) -> list[GridQuestion]:
    """The columns of a grid that somebody may see. One statement."""
    return list(GridQuestion.objects.filter(grid=grid))


def grid_rows(
    account: Account, grid: AskGrid, questions: Collection[GridQuestion], people: Iterable[Powerholder]
) -> list[GridRow]:
    """What these people were asked and answered. Three statements."""
    shown = list(people)
    asks = Ask.objects.visible_to(account).filter(grid=grid, powerholder__in=shown, struck_at=None)
    return as_rows(questions, shown, rows_of(account, asks.select_related("powerholder")))


def as_rows(
    questions: Collection[GridQuestion], people: Iterable[Powerholder], asked: Iterable[AskRow]
) -> list[GridRow]:
    """The cells in their places."""
    cells = {(row.ask.powerholder_id, row.ask.question_id): row for row in asked}
    rows = []
    for one in people:
        own = [(question, cells.get((one.pk, question.pk))) for question in questions]
        office = next((cell.ask.office_words for _question, cell in own if cell), "")
        rows.append(GridRow(one, office, own))
    return rows


def tallies(questions: Collection[GridQuestion], asks: "QuerySet[Ask]") -> list[Tally]:
    """How many answered what to each question: of two accounts the newest counts here, and who was asked and has
    answered nothing is said too, so that the numbers add up. Two statements.
    """
    asked = list(asks.order_by().values_list("pk", "question"))
    said = dict(
        Answer.objects.filter(ask__in=asks.order_by().values("pk"))
        .standing()
        .order_by("on", "id")
        .values_list("ask", "kind")
    )
    told = []
    for question in questions:
        own = [pk for pk, of in asked if of == question.pk]
        numbers = Counter(said[pk] for pk in own if pk in said)
        kinds = [(BADGES[kind], str(kind.label), numbers[kind.value]) for kind in Kind if numbers[kind.value]]
        told.append(Tally(question, len(own), kinds, len(own) - sum(numbers.values())))
    return told
