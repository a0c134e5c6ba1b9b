"""Which table row answers for a postcode: a loaded full directory, then the sector, then the district, then nothing."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.chunks import in_chunks
from m4c.places.models import Kind, PostcodeDistrict, PostcodeSector, PostcodeUnit
from m4c.places.postcodes import Postcode, normalise

POSTCODES_AT_A_TIME = 10_000  # well under the number of parameters that one statement may have


class Point(NamedTuple):
    """A place on the ground, in degrees (WGS84)."""

    latitude: float
    longitude: float


class AnsweredBy(models.TextChoices):
    """What told us the areas of an address; kept beside them wherever they are stored."""

    DIRECTORY = "directory", _("a full postcode directory")
    SECTOR = "sector", _("the postcode sector")
    DISTRICT = "district", _("the postcode district")
    BY_HAND = "by_hand", _("a choice made by hand")
    NOTHING = "nothing", _("nothing")


@dataclass(frozen=True)
class Located:
    """The row that answers for a postcode: its point, and area ids by kind with the share of postcodes in each."""

    postcode: Postcode | None
    answered_by: AnsweredBy = AnsweredBy.NOTHING
    point: Point | None = None
    shares: dict[Kind, tuple[int, float]] = field(default_factory=dict)
    ended: bool = False


def locate(texts: Iterable[str]) -> dict[str, Located]:
    """What the tables know of each text, in three queries for every 10,000 different postcodes."""
    postcodes = {text: normalise(text) for text in texts}
    distinct = dict.fromkeys(postcode for postcode in postcodes.values() if postcode)
    found: dict[Postcode | None, Located] = {}
    for chunk in in_chunks(distinct, POSTCODES_AT_A_TIME):
        for located in located_among(chunk):
            found[located.postcode] = located
    return {text: found.get(postcode) or Located(postcode) for text, postcode in postcodes.items()}


def located_among(postcodes: Collection[Postcode]) -> Iterator[Located]:
    """An answer for each postcode that any table knows."""
    full = [str(postcode) for postcode in postcodes if postcode.is_full]
    units = {unit.postcode: unit for unit in PostcodeUnit.objects.filter(postcode__in=full)}
    rest = {postcode for postcode in postcodes if str(postcode) not in units}
    wanted = {postcode.sector for postcode in rest if postcode.sector}
    sectors = {
        sector.sector: sector for sector in PostcodeSector.objects.filter(sector__in=wanted).select_related("district")
    }
    wanted = {postcode.district for postcode in rest if postcode.sector not in sectors}
    districts = {district.district: district for district in PostcodeDistrict.objects.filter(district__in=wanted)}
    for postcode in postcodes:
        if unit := units.get(str(postcode)):
            yield from_unit(postcode, unit)
        elif sector := sectors.get(postcode.sector or ""):
            yield from_sector(postcode, sector)
        elif district := districts.get(postcode.district):
            yield from_district(postcode, district)


def from_unit(postcode: Postcode, unit: PostcodeUnit) -> Located:
    """What a full directory says: each area outright."""
    areas = {
        Kind.NATION: unit.nation_id,
        Kind.COUNCIL: unit.council_id,
        Kind.WARD: unit.ward_id,
        Kind.CONSTITUENCY: unit.constituency_id,
        Kind.POLICE: unit.police_id,
    }
    shares = {kind: (area, 1.0) for kind, area in areas.items() if area}
    point = None if unit.latitude is None or unit.longitude is None else Point(unit.latitude, unit.longitude)
    return Located(postcode, AnsweredBy.DIRECTORY, point, shares, ended=unit.ended is not None)


def from_sector(postcode: Postcode, sector: PostcodeSector) -> Located:
    """What a sector says, and the nation where the whole district lies in one."""
    shares = known_shares(
        {
            Kind.COUNCIL: (sector.council_id, sector.council_share),
            Kind.WARD: (sector.ward_id, sector.ward_share),
            Kind.CONSTITUENCY: (sector.constituency_id, sector.constituency_share),
        }
    )
    if sector.district.nation_share == 1:
        shares |= known_shares({Kind.NATION: (sector.district.nation_id, 1.0)})
    return Located(postcode, AnsweredBy.SECTOR, Point(sector.latitude, sector.longitude), shares)


def from_district(postcode: Postcode, district: PostcodeDistrict) -> Located:
    """What a district says; in Northern Ireland no more than a point and the nation."""
    shares = known_shares(
        {
            Kind.NATION: (district.nation_id, district.nation_share),
            Kind.COUNCIL: (district.council_id, district.council_share),
            Kind.CONSTITUENCY: (district.constituency_id, district.constituency_share),
        }
    )
    return Located(postcode, AnsweredBy.DISTRICT, Point(district.latitude, district.longitude), shares)


def known_shares(shares: dict[Kind, tuple[int | None, float | None]]) -> dict[Kind, tuple[int, float]]:
    """Those of which both the area and the share are known."""
    return {kind: (area, share) for kind, (area, share) in shares.items() if area and share is not None}
