"""The funnel's geometry: each step as wide as its count, one flowing into the next."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 400
HEIGHT = 100
THREAD = 4  # the width of a step that counts something, however little


@dataclass(frozen=True)
class Step:
    """One step: what it counts, and the outline of its piece in a box of WIDTH by HEIGHT units."""

    label: str
    count: int
    sentence: str
    place: int
    path: str


@dataclass(frozen=True)
class Funnel:
    """The whole picture, top to bottom."""

    steps: list[Step]
    width: int = WIDTH
    height: int = HEIGHT


def draw(rows: Sequence[tuple[str, int, str]]) -> Funnel:
    """Lay out (label, count, sentence) rows; the widest count fills the width, zero is empty.

    Raises ValueError for a negative count.
    """
    if any(count < 0 for _, count, _ in rows):
        raise ValueError("A funnel counts from nought upwards.")
    most = max((count for _, count, _ in rows), default=0)
    widths = [_width(count, most) for _, count, _ in rows]
    steps = []
    for index, (label, count, sentence) in enumerate(rows):
        below = widths[index + 1] if index + 1 < len(rows) else widths[index]
        steps.append(Step(label, count, sentence, index + 1, _outline(widths[index], below)))
    return Funnel(steps)


def _width(count: int, most: int) -> float:
    return max(THREAD, WIDTH * count / most) if count else 0


def _outline(width: float, below: float) -> str:
    """Straight for the upper two thirds, then a shoulder curving to the width of the step below; nothing for nought."""
    if not width and not below:
        return ""
    middle, shoulder, bend = WIDTH / 2, HEIGHT * 0.62, HEIGHT * 0.82
    left, right = middle - width / 2, middle + width / 2
    left_below, right_below = middle - below / 2, middle + below / 2
    return (
        f"M{left:g} 0H{right:g}V{shoulder:g}"
        f"C{right:g} {bend:g} {right_below:g} {bend:g} {right_below:g} {HEIGHT}"
        f"H{left_below:g}C{left_below:g} {bend:g} {left:g} {bend:g} {left:g} {shoulder:g}Z"
    )
