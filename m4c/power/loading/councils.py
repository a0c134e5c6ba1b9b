"""Councils by the many names and numbers that tables know them by, from the register that comes with places."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from m4c.people.names import words
from m4c.places import models as places

REGISTER = Path(places.__file__).parent.parent / "data" / "local_authorities.csv"
# Said of many councils, and left out of some of their names.
COMMON = (
    "council city borough county district metropolitan london royal the of unitary authority corporation cyngor sir "
    "and combined mayoral strategic bwrdeistref dinas"
)
SAID_OF_MANY = frozenset(COMMON.split())


class Council(NamedTuple):
    """A council's code and its whole name."""

    code: str
    name: str


def council_key(name: str) -> str:
    """What is left of a name without what is said of many."""
    told = words(name)
    return " ".join(sorted(word for word in told if word not in SAID_OF_MANY) or told)


@cache
def councils() -> dict[str, Council | None]:
    """Each council by its code, its number, its names, and what is left of them; None where two would be meant."""
    found: dict[str, Council | None] = {}
    with REGISTER.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            council = Council(row["gss_code"], row["official_name"])
            told = [row["gss_code"].lower(), f"ocd:{row['open_council_data_id']}", row["gov_uk_slug"].replace("-", " ")]
            told += [" ".join(words(row["official_name"])), " ".join(words(row["nice_name"]))]
            told += [f"key {council_key(row['official_name'])}", f"key {council_key(row['nice_name'])}"]
            for key in dict.fromkeys(told):
                if key in ("", "ocd:"):
                    continue
                found[key] = council if found.get(key, council) == council else None
    return found


def council_of(name: str, code: str = "") -> Council | None:
    """The council of a code or number, or else of a name however it is written."""
    known = councils()
    for key in (code.lower(), " ".join(words(name)), f"key {council_key(name)}"):
        if key and (council := known.get(key)):
            return council
    return None
