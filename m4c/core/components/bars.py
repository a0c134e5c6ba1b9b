"""Stacked bars over time: heights in CSS pixels, series from the bottom up."""

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 168  # pixels of the tallest bar
MOST_NAMES = 7  # names that fit beneath the columns on a phone
ROOMY = 14  # up to so many columns, each has its total written above


@dataclass(frozen=True)
class Part:
    """One series' piece of a column."""

    place: int
    count: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """Where the piece ends, measured from the top of its column."""
        return self.top + self.height


@dataclass(frozen=True)
class Column:
    """One moment: its name, whether there is room to show it, its height and pieces."""

    label: str
    total: int
    height: int
    named: bool
    parts: list[Part]


@dataclass(frozen=True)
class Bars:
    """The whole picture."""

    series: list[str]
    columns: list[Column]

    @property
    def roomy(self) -> bool:
        """Whether each column has room for its total."""
        return len(self.columns) <= ROOMY


def draw(rows: Sequence[tuple[str, Sequence[int]]], series: Sequence[str]) -> Bars:
    """Lay out (label, counts) rows, counts in the order of `series`; the tallest column takes HEIGHT.

    Raises ValueError when a row has not one count for each series.
    """
    if any(len(counts) != len(series) for _, counts in rows):
        raise ValueError("Each row of bars needs one count for each series.")
    most = max((sum(counts) for _, counts in rows), default=0)
    every = max(1, -(-len(rows) // MOST_NAMES))
    columns = [_column(label, counts, most, index % every == 0) for index, (label, counts) in enumerate(rows)]
    return Bars(list(series), columns)


def _column(label: str, counts: Sequence[int], most: int, named: bool) -> Column:
    """Stack the pieces from the bottom; each count above nought gets at least three pixels."""
    heights = [max(3, round(HEIGHT * count / most)) if count else 0 for count in counts]
    top = sum(heights)
    parts = []
    for place, (count, height) in enumerate(zip(counts, heights, strict=True), start=1):
        top -= height
        parts.append(Part(place, count, top, height))
    return Column(label, sum(counts), max(1, sum(heights)), named, parts)
