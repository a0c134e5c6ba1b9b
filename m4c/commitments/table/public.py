"""A grid as everybody reads it: office-holders by name, private owners by a second person's decision alone.

Who of ours says so is not told; two accounts that differ both stand there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from m4c.campaigns.models import NamingDecision
from m4c.campaigns.press.naming import Naming, offices_of
from m4c.campaigns.press.public_campaigns import group_named
from m4c.commitments.faces.naming import is_public_office
from m4c.commitments.models import Answer, Ask, AskGrid, GridQuestion
from m4c.commitments.table.grid_page import Tally, tallies
from m4c.commitments.table.minute_text import answers_to
from m4c.commitments.table.page import BADGES
from m4c.power.models import Powerholder


@dataclass(frozen=True)
class Said:
    """One account of an answer, as it may be told."""

    badge: str
    kind: str
    words: str
    on: date
    source: str
    source_url: str


@dataclass(frozen=True)
class PublicRow:
    """One person as they may be called, and what they answered to each question."""

    called: str
    office: str
    cells: list[tuple[GridQuestion, list[Said] | None]]


@dataclass(frozen=True)
class GridTold:
    """All that a public grid says of the people on one page, and of everybody in the numbers."""

    grid: AskGrid
    name: str
    group: str
    on: date
    questions: list[tuple[GridQuestion, str]]
    rows: list[PublicRow]
    tallies: list[Tally]


def public_grids() -> "QuerySet[AskGrid]":
    """Those that everybody may read, with their group and campaign."""
    return AskGrid.objects.public().select_related("group", "campaign")


def asked_in(grid: AskGrid) -> "QuerySet[Powerholder]":
    """Everybody who is asked in a grid, by name."""
    asked = Ask.objects.filter(grid=grid, struck_at=None).order_by().values("powerholder")
    return Powerholder.objects.filter(pk__in=asked).order_by("name", "pk")


def told_of(grid: AskGrid, people: Iterable[Powerholder], on: date) -> GridTold:
    """The grid with these people's rows. Seven statements, however many they are."""
    shown = list(people)
    questions = list(GridQuestion.objects.filter(grid=grid))
    own = Ask.objects.filter(grid=grid, struck_at=None)
    asks = list(own.filter(powerholder__in=shown).select_related("office__institution", "powerholder"))
    answers, naming = answers_to(asks), naming_of(grid.campaign_id, asks, on)
    by_place = {(ask.powerholder_id, ask.question_id): ask for ask in asks}
    rows = []
    for one in shown:
        put = [by_place.get((one.pk, question.pk)) for question in questions]
        office = next((ask.office_words for ask in put if ask), "") if naming.may_name(one) else ""
        cells = [
            (question, [said(answer, naming) for answer in answers[ask.pk]] if ask else None)
            for question, ask in zip(questions, put, strict=True)
        ]
        rows.append(PublicRow(naming.called(one), office, cells))
    worded = [(question, naming.veil(question.words)) for question in questions]
    return GridTold(grid, naming.veil(grid.name), group_named(grid.group), on, worded, rows, tallies(questions, own))


def naming_of(campaign: int | None, asks: Iterable[Ask], on: date) -> Naming:
    """Who of those asked is named: in a public office when asked, or now, or by a decision in this campaign. Two
    statements, one where there is no campaign.
    """
    asked = list(asks)
    people = {ask.powerholder_id: ask.powerholder for ask in asked}
    agreed = {
        ask.powerholder_id for ask in asked if is_public_office(ask.office) and not ask.powerholder.is_private_owner
    }
    if campaign:
        decided = NamingDecision.objects.filter(campaign=campaign, agreed=True, ended_at=None)
        agreed |= set(decided.values_list("powerholder", flat=True))
    return Naming(people.values(), offices_of(list(people.values()), on), agreed)


def said(answer: Answer, naming: Naming) -> Said:
    """One account of an answer."""
    return Said(
        BADGES[Answer.Kind(answer.kind)],
        str(answer.get_kind_display()),
        naming.veil(answer.words),
        answer.on,
        naming.veil(answer.source),
        answer.source_url,
    )
