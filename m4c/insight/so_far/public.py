"""The public version of the report: no leaders, no titles that are not public, and no small numbers."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from m4c.insight.so_far.reading import Reading

SMALLEST = 5  # fewer people or conversations than this could be told one by one
# Figures about people, by part; how many gatherings were held is about none.
ABOUT_PEOPLE = [
    *(("trained", key) for key in ("total", "full", "taster")),
    *(("one_to_ones", key) for key in ("pledged", "arranged", "held", "followed_up")),
    *(("house_meetings", key) for key in ("pledged", "arranged", "held", "followed_up", "people_attending")),
    *(("events", key) for key in ("attendances", "largest")),
]


class Withheld(StrEnum):
    """What stands in a figure's place."""

    SMALL = "fewer than five"
    TELLING = "not shown"  # not small itself, but a small one could be worked out from it


class Cell:
    """One figure in the report's JSON, where words may take its place."""

    def __init__(self, row: dict[str, Any], key: str) -> None:
        self.row, self.key = row, key

    @property
    def number(self) -> int | None:
        """The figure, or None once it is withheld."""
        value = self.row[self.key]
        return value if isinstance(value, int) else None

    def withhold(self, why: Withheld) -> None:
        """Put words in the figure's place."""
        self.row[self.key] = why.value


def public_figures(reading: Reading) -> dict[str, Any]:
    """The report's JSON as everybody may read it: without `by_leader`, small numbers replaced by words.

    It counts nobody kept safe, though whoever publishes it may see them.
    """
    reading = reading.for_everybody
    figures = reading.report.as_json()
    del figures["by_leader"]
    for row, session in zip(figures["by_session"], reading.sessions, strict=True):
        if not session.is_public:
            row["title"], row["place"] = _("Training session"), ""
    withhold_small(figures)
    return figures


def withhold_small(figures: dict[str, Any]) -> None:
    """Replace each figure from one to four; where one alone is missing from a sum, the next smallest goes with it."""
    sums = [list(cells) for cells in sums_in(figures)]
    for cell in (cell for cells in sums for cell in cells):
        if cell.number is not None and 0 < cell.number < SMALLEST:
            cell.withhold(Withheld.SMALL)
    while any(close(cells) for cells in sums):
        pass


def close(cells: Sequence[Cell]) -> bool:
    """Withhold the smallest other figure where just one is missing, since subtraction would give that one away."""
    shown = [cell for cell in cells if cell.number]
    if not shown or sum(cell.number is None for cell in cells) != 1:
        return False
    min(shown, key=lambda cell: cell.number or 0).withhold(Withheld.TELLING)
    return True


def sums_in(figures: dict[str, Any]) -> Iterator[Iterator[Cell]]:
    """Figures that add up, or nearly, so that a reader who lacks one of them could work it out from the others."""
    groups = figures["by_group"]
    for part, key in ABOUT_PEOPLE:
        yield (Cell(row[part], key) for row in [figures, *groups])
    for row in [figures, *groups]:
        yield (Cell(row["trained"], key) for key in ("total", "full", "taster"))
        if row["events"]["held"] == 1:
            yield (Cell(row["events"], key) for key in ("attendances", "largest"))
    for row in groups:
        there = [session for session in figures["by_session"] if session["group"] == row["group"]]
        yield from sums_of_sessions(row, there)


def sums_of_sessions(group: dict[str, Any], sessions: list[dict[str, Any]]) -> Iterator[Iterator[Cell]]:
    """A group's sessions against its own figures: who was trained, and what was pledged there."""
    for kind in ("full", "taster"):
        of_kind = [session for session in sessions if session["kind"] == kind]
        yield (Cell(*at) for at in [(group["trained"], kind), *((session, "trained") for session in of_kind)])
    yield (Cell(*at) for at in [(group["trained"], "total"), *((session, "trained") for session in sessions)])
    for pledged in ("one_to_ones", "house_meetings"):
        of_session = ((session["pledged"], pledged) for session in sessions)
        yield (Cell(*at) for at in [(group[pledged], "pledged"), *of_session])
