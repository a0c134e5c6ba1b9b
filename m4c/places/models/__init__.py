"""Areas, their names and overlaps, and the tables that postcodes are looked up in."""

from m4c.places.models.area import Area, AreaName, AreaOverlap, Kind
from m4c.places.models.postcode import PostcodeDirectory, PostcodeDistrict, PostcodeSector, PostcodeUnit

__all__ = [
    "Area",
    "AreaName",
    "AreaOverlap",
    "Kind",
    "PostcodeDirectory",
    "PostcodeDistrict",
    "PostcodeSector",
    "PostcodeUnit",
]
