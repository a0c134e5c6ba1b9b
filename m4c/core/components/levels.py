"""Levels one below another, each a number of people beside its bar: what was pledged, listed, said and came."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 100  # of the longest bar


@dataclass(frozen=True)
class Level:
    """A number with its name, and how long its bar is."""

    label: str
    number: int
    width: float


def draw(rows: Sequence[tuple[str, int]]) -> list[Level]:
    """Lay out (label, number) rows; the largest has the whole width, and where there is none all are empty."""
    most = max((number for _label, number in rows), default=0) or 1
    return [Level(label, number, round(WIDTH * max(number, 0) / most, 1)) for label, number in rows]
