"""What kind of area an official code is of, by its first letters, and what tables call the kinds."""

import re

from m4c.people.names import words
from m4c.places.models import Kind

CODE = re.compile(r"[A-Z]\d{8}")
WESTMINSTER, HOLYROOD, STORMONT = "westminster", "holyrood", "stormont"  # not all of them are kinds of ours
DIVISION = "division"
PREFIXES: dict[str, str] = {
    **dict.fromkeys(("E05", "W05", "S13", "N08"), Kind.WARD),
    "E58": DIVISION,
    **dict.fromkeys(("E06", "E07", "E08", "E09", "W06", "S12", "N09"), Kind.COUNCIL),
    "E10": Kind.COUNTY,
    **dict.fromkeys(("E47", "E61"), Kind.COMBINED),
    **dict.fromkeys(("E14", "S14", "W07", "N05", "N06"), Kind.CONSTITUENCY),
    **dict.fromkeys(("W09", "W10"), Kind.SENEDD),
    **dict.fromkeys(("S16", "S17"), HOLYROOD),
    **dict.fromkeys(("E23", "W15", "S23", "S32"), Kind.POLICE),
    "E12": Kind.REGION,
    **dict.fromkeys(("E92", "W92", "S92", "N92"), Kind.NATION),
}
# A type that tables name, and the prefixes' kinds that agree with it.
SEATS = frozenset({Kind.CONSTITUENCY, Kind.SENEDD, HOLYROOD})
TYPES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ward", "electoral ward", "wd", "wards"), frozenset({Kind.WARD, DIVISION})),
    **dict.fromkeys(("electoral division", "division", "ed"), frozenset({Kind.WARD, DIVISION})),
    **dict.fromkeys(("county electoral division", "ced", "county division"), frozenset({DIVISION})),
    **dict.fromkeys(("council", "local authority", "authority", "la", "utla"), frozenset({Kind.COUNCIL, Kind.COUNTY})),
    **dict.fromkeys(("lad", "ltla", "district", "borough", "unitary"), frozenset({Kind.COUNCIL})),
    "unitary authority": frozenset({Kind.COUNCIL}),
    **dict.fromkeys(("metropolitan district", "london borough", "district council"), frozenset({Kind.COUNCIL})),
    **dict.fromkeys(("county", "county council"), frozenset({Kind.COUNTY, Kind.COUNCIL})),
    **dict.fromkeys(("combined authority", "combined", "mayoral area", "cauth"), frozenset({Kind.COMBINED})),
    **dict.fromkeys(("constituency", "seat"), SEATS),
    **dict.fromkeys(
        ("parliamentary constituency", "westminster constituency", "westminster", "pcon", "wmc", "uk constituency"),
        frozenset({Kind.CONSTITUENCY}),
    ),
    **dict.fromkeys(("senedd constituency", "senedd", "welsh assembly constituency"), frozenset({Kind.SENEDD})),
    **dict.fromkeys(
        ("scottish parliament constituency", "holyrood", "spc", "scottish constituency"), frozenset({HOLYROOD})
    ),
    **dict.fromkeys(("police area", "police force area", "police", "police force", "pfa"), frozenset({Kind.POLICE})),
    "region": frozenset({Kind.REGION, Kind.SENEDD, HOLYROOD}),
    **dict.fromkeys(("nation", "country"), frozenset({Kind.NATION})),
}


def kinds_of_type(text: str) -> frozenset[str]:
    """The kinds that a type means; none where it is a word we do not know."""
    return TYPES.get(" ".join(words(text)), frozenset())


def kind_of_code(code: str) -> str:
    """The kind of area that a code is of; blank where it is no code that we know."""
    return PREFIXES.get(code[:3], "") if CODE.fullmatch(code) else ""
