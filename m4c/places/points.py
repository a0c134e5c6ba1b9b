"""Points for dot maps: where postcodes lie, and the country itself to be drawn faintly behind them."""

from collections.abc import Iterable
from functools import cache
from itertools import chain

from m4c.places.lookup import Point, locate
from m4c.places.models import Area, Kind, PostcodeDistrict, PostcodeSector

# Squares of about 2 km: fine enough for a map of one town, and few enough to draw the whole country from.
SQUARE = (0.02, 0.034)  # degrees of latitude and longitude


def points_for(texts: Iterable[str]) -> dict[str, Point]:
    """The point of each postcode, sector or district that has one, by the text given, in three queries.

    It is the postcode's own only where a full directory is loaded, and otherwise the middle of its sector or district.
    """
    return {text: located.point for text, located in locate(texts).items() if located.point}


@cache
def country_points() -> tuple[Point, ...]:
    """The inhabited United Kingdom: one middle of a district, sector or ward for each square that has any.

    Kept for the life of the process: the shipped tables do not change.
    """
    wards = Area.objects.of_kind(Kind.WARD).exclude(latitude=None)
    tables = (PostcodeDistrict.objects, PostcodeSector.objects, wards)
    rows = chain.from_iterable(table.order_by("pk").values_list("latitude", "longitude") for table in tables)
    squares: dict[tuple[int, int], Point] = {}
    for latitude, longitude in rows:
        squares.setdefault((round(latitude / SQUARE[0]), round(longitude / SQUARE[1])), Point(latitude, longitude))
    return tuple(squares.values())
