"""The dot map's geometry: places as lamps over faint dots of the country, framed to what there is to see."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

LONGEST = 560  # units of the longer side
MARGIN = 26
LEAST_SPAN = 1.4  # degrees of latitude shown at the least, about 100 miles: the shape of a region
SMALLEST, LARGEST = 5.0, 24.0  # radii of lamps
GRAIN = 7  # base dots nearer to each other than this many units fall together
LETTER = 9.5  # units a letter of a name is wide
LINE = 19  # units a name is high
MOST_NAMES = 12
MOST_LISTED = 12

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Dot:
    """One place on the picture, in units of its box."""

    x: float
    y: float
    r: float
    label: str
    count: int


@dataclass(frozen=True)
class Name:
    """A name written beside its dot."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True)
class DotMap:
    """The whole picture: dots from the largest count down, a path of base dots, names that do not collide."""

    width: int
    height: int
    dots: list[Dot]
    names: list[Name]
    base: str

    @property
    def first(self) -> list[Dot]:
        """The places listed beside the map at once."""
        return self.dots[:MOST_LISTED]

    @property
    def rest(self) -> list[Dot]:
        """The places listed behind a fold."""
        return self.dots[MOST_LISTED:]


@dataclass(frozen=True)
class Frame:
    """The part of the country in view, and how a place falls on the picture."""

    south: float
    west: float
    north: float
    east: float

    @cached_property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude here."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @cached_property
    def scale(self) -> float:
        """Units to a degree of latitude."""
        longer = max(self.north - self.south, (self.east - self.west) * self.squeeze)
        return (LONGEST - 2 * MARGIN) / longer

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture in units."""
        width = (self.east - self.west) * self.squeeze * self.scale + 2 * MARGIN
        return round(width), round((self.north - self.south) * self.scale + 2 * MARGIN)

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a place falls: north is up."""
        x = MARGIN + (longitude - self.west) * self.squeeze * self.scale
        y = MARGIN + (self.north - latitude) * self.scale
        return round(x, 1), round(y, 1)


def draw(points: Sequence[tuple[float, float, int, str]], base: Iterable[tuple[float, float]] = ()) -> DotMap:
    """Lay out (latitude, longitude, count, label) points over (latitude, longitude) base dots.

    The area of a lamp goes with its count. Without points the frame holds the whole base.
    """
    ground = tuple(base)
    frame = _frame([(latitude, longitude) for latitude, longitude, _, _ in points] or ground)
    width, height = frame.size
    most = max((count for _, _, count, _ in points), default=0)
    dots = []
    for latitude, longitude, count, label in sorted(points, key=lambda point: (-point[2], point[3])):
        x, y = frame.place(latitude, longitude)
        dots.append(Dot(x, y, _radius(count, most), label, count))
    return DotMap(width, height, dots, _names(dots, width), _ground(ground, frame, width, height))


def _frame(places: Sequence[tuple[float, float]]) -> Frame:
    """A box about the places, padded, never narrower than LEAST_SPAN nor slimmer than half as wide as high."""
    if not places:
        return Frame(49.9, -8.2, 60.9, 1.8)
    south, north = min(p[0] for p in places), max(p[0] for p in places)
    west, east = min(p[1] for p in places), max(p[1] for p in places)
    squeeze = math.cos(math.radians((south + north) / 2))
    tall = max((north - south) * 1.16, LEAST_SPAN)
    wide = max((east - west) * 1.16 * squeeze, LEAST_SPAN, tall * 0.62)
    tall = max(tall, wide * 0.62)
    middle, centre = (south + north) / 2, (west + east) / 2
    return Frame(middle - tall / 2, centre - wide / 2 / squeeze, middle + tall / 2, centre + wide / 2 / squeeze)


def _radius(count: int, most: int) -> float:
    if most <= 0:
        return SMALLEST
    return round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(max(count, 0) / most), 1)


@lru_cache(maxsize=8)  # a country of thousands of points, for the frames that are asked for again
def _ground(places: tuple[tuple[float, float], ...], frame: Frame, width: int, height: int) -> str:
    """One path of round-capped points on a grid, so that three thousand districts weigh a few kilobytes."""
    cells = set()
    for latitude, longitude in places:
        x, y = frame.place(latitude, longitude)
        if 0 <= x <= width and 0 <= y <= height:
            cells.add((round(x / GRAIN) * GRAIN, round(y / GRAIN) * GRAIN))
    return "".join(f"M{x} {y}h0" for x, y in sorted(cells))


def _names(dots: Sequence[Dot], width: int) -> list[Name]:
    """Names of the largest places: right of the dot, left, above or below it, where nothing is in the way."""
    taken: list[Box] = [(dot.x - dot.r, dot.y - dot.r, dot.x + dot.r, dot.y + dot.r) for dot in dots]
    names: list[Name] = []
    for dot in dots:
        for name, box in _seats(dot):
            inside = box[0] >= 0 and box[2] <= width
            if len(names) < MOST_NAMES and inside and not any(_meet(box, other) for other in taken):
                names.append(name)
                taken.append(box)
                break
    return names


def _seats(dot: Dot) -> Iterable[tuple[Name, Box]]:
    """Where a name may stand, best first, with the box it would fill."""
    length, gap = len(dot.label) * LETTER, dot.r + 5
    for anchor, x, left, middle in (
        ("start", dot.x + gap, dot.x + gap, dot.y),
        ("end", dot.x - gap, dot.x - gap - length, dot.y),
        ("middle", dot.x, dot.x - length / 2, dot.y - gap - LINE / 2),
        ("middle", dot.x, dot.x - length / 2, dot.y + gap + LINE / 2),
    ):
        box = (left, middle - LINE / 2, left + length, middle + LINE / 2)
        yield Name(round(x, 1), round(middle + 6, 1), anchor, dot.label), box


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
