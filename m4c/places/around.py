"""Which postcodes lie in an area or near a point, as queries to be used inside others: no list of them is ever made."""

from dataclasses import dataclass
from math import cos, radians
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.lookups import LessThanOrEqual

from m4c.core.search import pattern
from m4c.places.lookup import Point
from m4c.places.models import (
    Area,
    AreaName,
    AreaOverlap,
    Kind,
    PostcodeDirectory,
    PostcodeDistrict,
    PostcodeSector,
    PostcodeUnit,
)

DEGREE = 111.2  # kilometres of a degree of latitude
MOST_LIKE_IT = 6  # areas of a name that are told apart for somebody


@dataclass(frozen=True)
class Ground:
    """What lies somewhere, by what answers for a postcode: a directory, where one is loaded; its sector; its district.

    `units` is None where no full directory is loaded. A district is the answer only where no more was given than that.
    """

    sectors: "QuerySet[PostcodeSector]"
    districts: "QuerySet[PostcodeDistrict]"
    units: "QuerySet[PostcodeUnit] | None"


def ground_of(area: Area, *, reached: bool = False) -> Ground:
    """What lies in a ward, council or constituency, each postcode where most of its sector does; one query.

    A district never says who represents anybody (docs/decisions/0003): only where it is asked for, as what may lie
    there, are those `reached` by it among its districts.
    """
    where = Q(**{Kind(area.kind).value: area.pk})
    reaching = Q(pk__in=PostcodeSector.objects.filter(where).order_by().values("district"))
    if area.kind == Kind.COUNCIL:
        return ground(where, where | reaching if reached else where)
    return ground(where, reaching if reached else Q(pk__in=[]))


def ground_near(point: Point, kilometres: float) -> Ground:
    """What lies within a distance as the crow flies; one query."""
    where = is_near(point, kilometres)
    return ground(where, where)


def ground(where: Q, of_districts: Q) -> Ground:
    """The rows of each table that fulfil a condition."""
    has_directory = PostcodeDirectory.objects.filter(finished_at__isnull=False).exists()
    return Ground(
        PostcodeSector.objects.filter(where).order_by(),
        PostcodeDistrict.objects.filter(of_districts).order_by(),
        PostcodeUnit.objects.filter(where).order_by() if has_directory else None,
    )


def is_near(point: Point, kilometres: float) -> Q:
    """Rows with a point of their own within a distance, on flat ground: near enough for what people travel."""
    of_longitude = DEGREE * cos(radians(point.latitude))
    high, wide = kilometres / DEGREE, kilometres / of_longitude
    north: Any = (F("latitude") - point.latitude) * DEGREE
    east: Any = (F("longitude") - point.longitude) * of_longitude
    box = Q(
        latitude__range=(point.latitude - high, point.latitude + high),
        longitude__range=(point.longitude - wide, point.longitude + wide),
    )
    return box & Q(LessThanOrEqual(north * north + east * east, kilometres * kilometres))


def areas_called(kind: Kind, typed: str) -> list[Area]:
    """Current areas of a kind by code or name, case and accents aside, with names; the first few where there are many.

    A ward may be told from others of its name by its council: `Castle, Bedford`. Those called just so come before
    those whose name holds the words.
    """
    current = Area.objects.of_kind(kind).current().named()
    if by_code := list(current.filter(code=typed.strip().upper())):
        return by_code
    if found := named_so(current, typed):
        return found
    ward, comma, council = typed.rpartition(",")
    if kind == Kind.WARD and comma:
        councils = named_so(Area.objects.of_kind(Kind.COUNCIL).current().named(), council)
        inside = AreaOverlap.objects.filter(other__in=councils).values("area")
        return named_so(current.filter(pk__in=inside), ward)
    return []


def named_so(areas: "QuerySet[Area]", typed: str) -> list[Area]:
    """Those of these areas that are called so, or else whose name holds the words."""
    words = r"\s+".join(pattern(word) for word in typed.split())
    if not words:
        return []
    for form in (f"^{words}$", words):
        names = AreaName.objects.filter(name__iregex=form).values("area")
        if found := list(areas.filter(pk__in=names).order_by(F("current_name"), "code")[:MOST_LIKE_IT]):
            return found
    return []


def told_apart(areas: list[Area]) -> list[str]:
    """The names of these areas as `areas_called` takes them, a ward with its council."""
    councils = AreaOverlap.objects.filter(area__in=areas, area__kind=Kind.WARD, other__kind=Kind.COUNCIL)
    of_area = dict(councils.order_by("share").values_list("area", "other"))
    names = {area.pk: area.name for area in Area.objects.filter(pk__in=of_area.values()).named()} if of_area else {}
    return [f"{area.name}, {names[of_area[area.pk]]}" if area.pk in of_area else area.name for area in areas]
