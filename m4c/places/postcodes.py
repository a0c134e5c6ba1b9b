"""The shape of a postcode: reading what people type, without asking whether the postcode exists."""

import itertools
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

# Outward codes take six shapes; the second letter is never I, J or Z, and the last letter is one of a few.
OUTWARD = r"[A-Z](?:[1-9][0-9]?|[A-HK-Y][0-9]|[A-HK-Y][1-9][0-9]|[1-9][ABCDEFGHJKPSTUW]|[A-HK-Y][1-9][ABEHMNPRVWXY])"
INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}"  # C, I, K, M, O and V are never used after the space
GIROBANK = "GIR"
FULL = re.compile(rf"({OUTWARD}|{GIROBANK}(?=0AA))({INWARD})")
SECTOR = re.compile(rf"({OUTWARD})\s+([0-9])")
DISTRICT = re.compile(OUTWARD)

LONGEST_TEXT = 20
BETWEEN = re.compile(r"[\s.,-]+")
SLIPS = {"O": "O0", "0": "0O", "I": "I1", "1": "1I"}

NON_GEOGRAPHIC = {"BF", "BX", "GIR", "XX"}  # forces' post, banks and large organisations, Girobank, returned parcels
CROWN_DEPENDENCIES = {"GY", "IM", "JE"}
NORTHERN_IRELAND = "BT"


class Ground(StrEnum):
    """What land a postcode can stand for."""

    GREAT_BRITAIN = "great_britain"
    NORTHERN_IRELAND = "northern_ireland"
    CROWN_DEPENDENCY = "crown_dependency"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Postcode:
    """A postcode of valid shape, or the part of one that was given.

    `outward` is the district (`SW9`); `inward` is `8AB`, the sector's digit alone (`8`), or empty.
    """

    outward: str
    inward: str = ""

    def __str__(self) -> str:
        return f"{self.outward} {self.inward}".strip()

    @property
    def is_full(self) -> bool:
        """Whether it names a single postcode and not a district or sector."""
        return len(self.inward) == 3

    @property
    def district(self) -> str:
        """`SW9`."""
        return self.outward

    @property
    def sector(self) -> str | None:
        """`SW9 8`, or None where only the district was given."""
        return f"{self.outward} {self.inward[0]}" if self.inward else None

    @property
    def letters(self) -> str:
        """The postcode area: `SW`; for Girobank all three letters."""
        return "".join(itertools.takewhile(str.isalpha, self.outward))

    @property
    def ground(self) -> Ground:
        """What land it can stand for, by its letters alone."""
        if self.letters in NON_GEOGRAPHIC:
            return Ground.NOWHERE
        if self.letters in CROWN_DEPENDENCIES:
            return Ground.CROWN_DEPENDENCY
        return Ground.NORTHERN_IRELAND if self.letters == NORTHERN_IRELAND else Ground.GREAT_BRITAIN


@lru_cache(maxsize=4096)  # neighbours share a postcode, and a row of a sheet is asked for its own several times
def normalise(text: str) -> Postcode | None:
    """The postcode, sector or district in what somebody typed, or None where it has no such shape.

    Case, spaces, full stops, commas and hyphens do not matter in a full postcode. O for 0 and I for 1 are put right
    in a full postcode where only one reading has a valid shape; a district or sector is taken as it stands, so that
    "NI" does not become N1. Never raises.
    """
    plain = unicodedata.normalize("NFKC", text[: LONGEST_TEXT + 1]).strip()
    if len(plain) > LONGEST_TEXT or not plain.isascii():
        return None
    plain = plain.upper()
    if part := SECTOR.fullmatch(plain):
        return Postcode(part[1], part[2])
    compact = BETWEEN.sub("", plain)
    if full := FULL.fullmatch(compact):
        return Postcode(full[1], full[2])
    if DISTRICT.fullmatch(compact):
        return Postcode(compact)
    return without_slips(compact)


def without_slips(compact: str) -> Postcode | None:
    """The one full postcode that is meant if some O, 0, I and 1 are mistaken for each other; None if not just one."""
    if not 5 <= len(compact) <= 7:
        return None
    readings = map("".join, itertools.product(*(SLIPS.get(character, character) for character in compact)))
    meant = [full for reading in readings if (full := FULL.fullmatch(reading))]
    return Postcode(meant[0][1], meant[0][2]) if len(meant) == 1 else None
