"""Points for dot maps: where postcodes lie, and the country itself as faint dots behind them."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from m4c.places.lookup import locate
from m4c.places.models import Area, Kind, PostcodeDistrict, PostcodeSector
from m4c.places.projection import Dot, Point, project


def points_for(texts: Iterable[str]) -> dict[str, Point]:
    """The point of each postcode, sector or district that has one, by the text given, in three queries.

    It is the postcode's own only where a full directory is loaded, and otherwise the middle of its sector or district.
    """
    return {text: located.point for text, located in locate(texts).items() if located.point}


@cache
def country_dots(apart: int = 12) -> tuple[Dot, ...]:
    """The United Kingdom as evenly spaced dots in `projection.VIEW_BOX`, `apart` units from each other.

    There is a dot for each square in which a district, sector or ward has its middle, so hills without people stay
    empty. Kept for the life of the process: the shipped tables do not change.
    """
    wards = Area.objects.of_kind(Kind.WARD).exclude(latitude=None)
    tables = (PostcodeDistrict.objects, PostcodeSector.objects, wards)
    points = chain.from_iterable(table.order_by().values_list("latitude", "longitude") for table in tables)
    dots = (project(Point(*point)) for point in points)
    squares = {(int(dot.x // apart), int(dot.y // apart)) for dot in dots}
    return tuple(Dot((column + 0.5) * apart, (row + 0.5) * apart) for column, row in sorted(squares))


@cache
def country_path(apart: int = 12) -> str:
    """The same dots as one SVG path's `d`, to be drawn with round line caps: a tenth of the size of so many circles."""
    return "".join(f"M{dot.x:g} {dot.y:g}h.01" for dot in country_dots(apart))
