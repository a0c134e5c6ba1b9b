"""Read street and door from the lines of an address, as people write them: for a group's chart, never for a letter."""

import re
from typing import NamedTuple

from m4c.people.names import fold

# Words by which a part of an address is known to be a street; the Welsh ones stand first in a name.
KINDS = {
    "avenue", "ave", "bank", "broadway", "buildings", "circle", "circus", "close", "common", "court", "crescent",
    "drive", "embankment", "end", "esplanade", "estate", "fields", "gardens", "gate", "green", "grove", "heights",
    "hill", "lane", "lawns", "meadow", "meadows", "mews", "parade", "park", "passage", "path", "place", "promenade",
    "quay", "rise", "road", "rd", "row", "square", "sq", "st", "street", "terrace", "vale", "view", "walk", "way",
    "wharf", "yard",
}  # fmt: skip
WELSH_KINDS = {
    "clos",
    "cilgant",
    "ffordd",
    "gerddi",
    "heol",
    "llwyn",
    "lon",
    "maes",
    "rhes",
    "rhodfa",
    "sgwar",
    "stryd",
}
NUMBERED = re.compile(r"^(\d+\s*[a-z]?(?:\s*[-/\u2013]\s*\d+\s*[a-z]?)?)\b[\s,]*(.*)$", re.IGNORECASE)
SPLIT = re.compile(r"[,\n;]+")


class Street(NamedTuple):
    """The street and the door in it, each as written; blank where nothing says."""

    name: str
    door: str

    @property
    def folded(self) -> dict[str, str]:
        """Both for comparing, by the fields of an address."""
        return {"folded_street": fold(self.name)[:160], "folded_door": fold(self.door)[:100]}


def street_of(lines: str) -> Street:
    """The street and the door of an address: `Flat 3, 14 Loudoun Square, Cardiff` is `Flat 3, 14` of Loudoun Square.

    Where no part begins with a number, the first that is called like a street is one; what stands before it is the
    door. Where none is, nothing is said.
    """
    parts = [" ".join(part.split()) for part in SPLIT.split(lines)]
    parts = [part for part in parts if part]
    for place, part in enumerate(parts):
        numbered = NUMBERED.match(part)
        if numbered:
            number, rest = (group.strip() for group in numbered.groups())
            if rest:
                return Street(rest, ", ".join([*parts[:place], number]))
            if place + 1 < len(parts):  # "14, Loudoun Square"
                return Street(parts[place + 1], ", ".join([*parts[:place], number]))
        elif is_street(part):
            return Street(part, ", ".join(parts[:place]))
    return Street("", "")


def is_street(part: str) -> bool:
    """Whether a part of an address is called like a street."""
    words = [fold(word) for word in part.split()]
    return len(words) > 1 and (words[-1] in KINDS or words[0] in WELSH_KINDS)
