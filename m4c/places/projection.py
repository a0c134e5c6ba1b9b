"""Drawing the United Kingdom flat: from latitude and longitude to a place in an SVG box."""

import math
from typing import NamedTuple

# An equirectangular projection, true along the middle of the country: good enough for dots, and one line of sums.
MIDDLE_LATITUDE = 54.5
NORTH, WEST = 61.0, -8.8
SOUTH, EAST = 49.7, 2.0
UNITS_IN_A_DEGREE = 100  # of latitude: a unit is about 1.1 km both ways
NARROWING = math.cos(math.radians(MIDDLE_LATITUDE))

WIDTH = round((EAST - WEST) * NARROWING * UNITS_IN_A_DEGREE)
HEIGHT = round((NORTH - SOUTH) * UNITS_IN_A_DEGREE)
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"


class Point(NamedTuple):
    """A place on the ground, in degrees (WGS84)."""

    latitude: float
    longitude: float


class Dot(NamedTuple):
    """A place on the drawing: `x` to the right and `y` down from the top left corner of `VIEW_BOX`."""

    x: float
    y: float


def project(point: Point) -> Dot:
    """Where a point of the United Kingdom stands in `VIEW_BOX`, to a tenth of a unit (about 110 m)."""
    x = (point.longitude - WEST) * NARROWING * UNITS_IN_A_DEGREE
    y = (NORTH - point.latitude) * UNITS_IN_A_DEGREE
    return Dot(round(x, 1), round(y, 1))
