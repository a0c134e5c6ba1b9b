"""The power map's geometry: power over a decision upwards, against and for us across. Widths are shares of the whole,
heights are pixels, so that signs and letters keep their size on a phone and on a wide screen alike.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

MOST, FURTHEST = 10, 3
GUTTER = 8.0  # hundredths of the width, for the scale of power
COLUMN = (100 - GUTTER) / (2 * FURTHEST + 1)
FOOT = 4  # pixels below the grid
MOST_IN_A_CELL = 3
MOST_LINES = 3
LETTERS = 17  # of one line of a name

Place = tuple[int, int]  # (power, position)


@dataclass(frozen=True)
class Size:
    """How large signs are: the radius, the room of one in a cell, and the least height of a row, in pixels."""

    radius: int
    step: int
    row: int
    head: int  # room above the grid, for words


LARGE, SMALL = Size(13, 40, 40, 26), Size(6, 15, 14, 4)


@dataclass(frozen=True)
class Row:
    """Somebody to be drawn. `kind` is person, body or group; `was` is where they stood before, if elsewhere."""

    label: "str | Promise"
    power: int
    position: int
    kind: str = "person"
    detail: "str | Promise" = ""
    url: str = ""
    key: str = ""
    was: Place | None = None
    is_target: bool = False


@dataclass(frozen=True)
class Sign:
    """Somebody as they are drawn: their number, where, and their name on a few lines."""

    number: int
    x: float
    y: float
    row: Row
    lines: list[str]

    @property
    def name_y(self) -> int:
        """Where the first line of the name stands, from the middle of the sign: above an arrow from its right."""
        above = 13 * (len(self.lines) - 1)
        was = self.row.was
        return -5 - above if was and was[1] > self.row.position else 4 - above // 2


@dataclass(frozen=True)
class Pile:
    """More than a cell has room for: how many."""

    x: float
    y: float
    count: int


@dataclass(frozen=True)
class Arrow:
    """From where somebody stood to where they stand."""

    from_x: float
    from_y: float
    x: float
    y: float
    way: str  # towards, away or level


@dataclass(frozen=True)
class Band:
    """A row of the grid: its power, its top and its height."""

    power: int
    y: int
    height: int

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.y + self.height / 2 + 4


@dataclass(frozen=True)
class Lane:
    """A column of the grid: its position, how it is written, its left edge and its middle in hundredths."""

    position: int
    x: float

    @property
    def middle(self) -> float:
        """Where its sign stands."""
        return round(self.x + COLUMN / 2, 2)

    @property
    def side(self) -> str:
        """Whose ground it is."""
        return "ours" if self.position > 0 else "theirs" if self.position < 0 else "middle"

    @property
    def sign(self) -> str:
        """Its number with its sign."""
        return f"{self.position:+d}".replace("-", "\N{MINUS SIGN}") if self.position else "0"


@dataclass(frozen=True)
class PowerMap:
    """The whole picture."""

    bands: list[Band]
    signs: list[Sign]
    piles: list[Pile]
    arrows: list[Arrow]
    listed: list[Sign]
    size: Size
    lanes: list[Lane]
    gutter: float = GUTTER
    scale: float = GUTTER / 2
    column: float = round(COLUMN, 3)
    wide: float = 100 - GUTTER

    @property
    def inside(self) -> int:
        """How high the grid is."""
        return sum(band.height for band in self.bands)

    @property
    def height(self) -> int:
        """How high the picture is."""
        return self.size.head + self.inside + FOOT

    @property
    def across(self) -> int:
        """How wide a sign is."""
        return 2 * self.size.radius

    @property
    def beside(self) -> int:
        """Where a name begins, from the middle of its sign."""
        return self.size.radius + 5

    @property
    def dot(self) -> int:
        """The radius of the sign where somebody stood before."""
        return self.size.radius // 2

    @property
    def stop(self) -> int:
        """How far before the middle of a sign an arrow ends, measured on its head."""
        return self.size.radius + 12

    @property
    def ways(self) -> list[str]:
        """The ways that arrows go."""
        return sorted({arrow.way for arrow in self.arrows})

    @property
    def opens(self) -> bool:
        """Whether signs lead anywhere."""
        return any(sign.row.url for sign in self.signs)


def draw(rows: Sequence[Row], is_small: bool = False) -> PowerMap:
    """Lay out where everybody stands. Raises ValueError for who stands outside the grid."""
    if any(not 0 <= row.power <= MOST or abs(row.position) > FURTHEST for row in rows):
        raise ValueError("Somebody stands outside the map.")
    size = SMALL if is_small else LARGE
    cells: dict[Place, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        cells[row.power, row.position].append(number)
    bands = bands_of(cells, size)
    middles = {band.power: band.y + size.row / 2 for band in bands}
    signs: dict[int, Sign] = {}
    piles = []
    for (power, position), numbers in cells.items():
        x, y = across(position), middles[power]
        shown = numbers if len(numbers) <= MOST_IN_A_CELL else numbers[: MOST_IN_A_CELL - 1]
        for step, number in enumerate(shown):
            signs[number] = Sign(number + 1, x, y + step * size.step, rows[number], lines_of(str(rows[number].label)))
        if len(shown) < len(numbers):
            piles.append(Pile(x, y + len(shown) * size.step, len(numbers) - len(shown)))
    listed = [signs.get(number) or Sign(number + 1, 0, 0, row, []) for number, row in enumerate(rows)]
    drawn = sorted(signs.values(), key=lambda sign: sign.number)
    arrows = [arrow_of(sign, middles) for sign in drawn if sign.row.was]
    return PowerMap(bands, drawn, piles, arrows, listed, size, lanes())


def bands_of(cells: dict[Place, list[int]], size: Size) -> list[Band]:
    """The rows from the most power down, each as high as its fullest cell asks."""
    bands, y = [], size.head
    for power in range(MOST, -1, -1):
        most = max(
            (min(len(numbers), MOST_IN_A_CELL) for place, numbers in cells.items() if place[0] == power), default=1
        )
        height = size.row + (most - 1) * size.step
        bands.append(Band(power, y, height))
        y += height
    return bands


def lanes() -> list[Lane]:
    """The columns from those against us to those for us."""
    return [
        Lane(position, round(GUTTER + (position + FURTHEST) * COLUMN, 3)) for position in range(-FURTHEST, FURTHEST + 1)
    ]


def across(position: int) -> float:
    """The middle of a column, in hundredths of the width."""
    return round(GUTTER + (position + FURTHEST + 0.5) * COLUMN, 2)


def arrow_of(sign: Sign, middles: dict[int, float]) -> Arrow:
    """The way that somebody went."""
    assert sign.row.was
    power, position = sign.row.was
    way = "towards" if sign.row.position > position else "away" if sign.row.position < position else "level"
    return Arrow(across(position), middles[power], sign.x, sign.y, way)


def lines_of(name: str) -> list[str]:
    """A name on three lines at the most."""
    words, lines = name.split(), [""]
    for word in words:
        if not lines[-1] or len(lines[-1]) + 1 + len(word) <= LETTERS:
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]}…"]
    return [line if len(line) <= LETTERS + 3 else f"{line[: LETTERS + 2]}…" for line in lines]
