"""Points between two measures: how far across, how far up, each with a number that the list beside explains."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 400, 320
LEFT, RIGHT, TOP, FOOT = 26, 376, 24, 282  # the field between the measures
RADIUS = 13
APART = 2 * RADIUS + 2  # points that fall together move aside until so far from each other

Row = tuple[str, float, float, str]


@dataclass(frozen=True)
class Point:
    """One point: its number, where it stands, its name, and its figures in words."""

    number: int
    x: float
    y: float
    label: str
    detail: str


@dataclass(frozen=True)
class Scatter:
    """The whole picture; the middle lines part it into four."""

    points: list[Point]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    foot: int = FOOT
    radius: int = RADIUS
    middle_x: float = (LEFT + RIGHT) / 2
    middle_y: float = (TOP + FOOT) / 2


def draw(rows: Sequence[Row], lowest: float = 0, highest: float = 1) -> Scatter:
    """Lay out (label, across, up, detail) rows: across from nought to the largest, up between `lowest` and `highest`.

    Raises ValueError for a measure below its least.
    """
    if any(across < 0 or up < lowest for _label, across, up, _detail in rows):
        raise ValueError("A point lies below the least of its measure.")
    widest = max((across for _label, across, _up, _detail in rows), default=0) or 1
    points: list[Point] = []
    for number, (label, across, up, detail) in enumerate(rows, start=1):
        share = min(1.0, (up - lowest) / (highest - lowest))
        x = LEFT + RADIUS + (RIGHT - LEFT - 2 * RADIUS) * across / widest
        y = FOOT - RADIUS - (FOOT - TOP - 2 * RADIUS) * share
        points.append(Point(number, *aside(x, y, points), label, detail))
    return Scatter(points)


def aside(x: float, y: float, others: Sequence[Point]) -> tuple[float, float]:
    """Where a point finds room: towards the left, and from the left edge one row further up."""
    while any(abs(other.x - x) < APART and abs(other.y - y) < APART for other in others):
        x -= APART
        if x < LEFT + RADIUS:
            x, y = RIGHT - RADIUS, y - APART
        if y < TOP + RADIUS:  # the field is full: they may lie upon each other
            return round(x, 1), TOP + RADIUS
    return round(x, 1), round(y, 1)
