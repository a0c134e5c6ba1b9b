"""Reading the cards of a vCard file (versions 2.1, 3 and 4) one by one, each laid out as a row of a sheet.

Written here because a general reader gives up the whole file at the first broken line, and keeps photos in memory.
"""

import quopri
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from m4c.people.sheets.cells import parse_date

Record = tuple[int, list[str]]

HEADERS = [
    "Kind of card",
    "Full name",
    "First name",
    "Last name",
    "Title",
    "Known as",
    "E-mail",
    "Phone",
    "Street",
    "Town",
    "Postcode",
    "Language",
    "Organisation",
    "Died on",
    "Categories",
    "Note",
    "Other",
]
BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN\s*:\s*VCARD\s", re.IGNORECASE)
LINE = re.compile(r'(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)', re.DOTALL)
PARAMETERS = re.compile(r';((?:"[^"]*"|[^";])*)')
ESCAPES = re.compile(r"\\(.)", re.DOTALL)
PARTED = {sign: re.compile(rf"(?<!\\){sign}") for sign in ";,"}

LONGEST = 5_000  # characters of one line; the rest of a photo is let go
NO_WORDS = {"VERSION", "PRODID", "REV", "UID", "PHOTO", "LOGO", "SOUND", "KEY", "CLASS", "SOURCE", "CLIENTPIDMAP"}
NO_PHONE = {"fax", "pager", "modem"}
BASIC_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?")  # as version 4 writes dates
PLAINLY = {
    "FN": "Full name",
    "NICKNAME": "Known as",
    "LANG": "Language",
    "CATEGORIES": "Categories",
    "NOTE": "Note",
}


class Property(NamedTuple):
    """One line of a card: its name, its parameters in small letters, its value as written."""

    name: str
    parameters: str
    value: str


def records(lines: Iterable[str]) -> Iterator[Record]:
    """The headers, and then a row for each card; the first card is row 2, as in a sheet."""
    yield 1, HEADERS
    number = 1
    for card in cards(lines):
        number += 1
        yield number, row_of(card)


def cards(lines: Iterable[str]) -> Iterator[list[Property]]:
    """The properties of each card. What stands outside cards, and lines that are none, are passed over."""
    card: list[Property] | None = None
    for line in unfolded(lines):
        match = LINE.fullmatch(line)
        if match is None:
            continue
        found = Property(match[1].upper(), match[2].lower(), match[3])
        if found.name == "BEGIN" and found.value.strip().upper() == "VCARD":
            if card:
                yield card  # a card that its program did not close
            card = []
        elif found.name == "END" and card is not None:
            yield card
            card = None
        elif card is not None and found.name not in NO_WORDS:
            card.append(found)
    if card:
        yield card


def unfolded(lines: Iterable[str]) -> Iterator[str]:
    """Lines put together again that were folded: by a space, or in 2.1 by an equals sign at the end."""
    whole, soft = "", False
    for raw in lines:
        line = raw.rstrip("\r\n")
        if soft:
            whole = whole[:-1] + line
        elif line[:1] in (" ", "\t") and whole:
            whole += line[1:] if len(whole) < LONGEST else ""
        else:
            if whole:
                yield whole
            whole = line
        soft = whole.endswith("=") and "quoted-printable" in whole.partition(":")[0].lower() and len(whole) < LONGEST
    if whole:
        yield whole


def row_of(card: list[Property]) -> list[str]:
    """A card as the cells under `HEADERS`."""
    said: dict[str, list[str]] = defaultdict(list)
    said["Kind of card"] = ["individual"]
    for each in card:
        read(each, said)
    return ["; ".join(dict.fromkeys(filter(None, said[header])))[:LONGEST] for header in HEADERS]


def read(line: Property, said: dict[str, list[str]]) -> None:
    """Lay one property out under its headers."""
    value = decoded(line)
    match line.name:
        case "N":
            family, given, _more, title, *_rest = [*parts(value, ";"), "", "", "", ""]
            said["Last name"], said["First name"], said["Title"] = [family], [given], [title]
        case "ADR" if not (said["Street"] or said["Town"] or said["Postcode"]):
            _box, more, street, town, _region, code, *_rest = [*parts(value, ";"), *[""] * 6]
            said["Street"] = [", ".join(filter(None, (more, street.replace("\n", ", "))))]
            said["Town"], said["Postcode"] = [town], [code]
        case "TEL" if not any(kind in line.parameters for kind in NO_PHONE):
            said["Phone"].append(plain(value).removeprefix("tel:").partition(";")[0])
        case "EMAIL":
            said["E-mail"].append(plain(value).removeprefix("mailto:"))
        case "ORG":
            said["Organisation"].append(" ".join(filter(None, parts(value, ";"))))
        case "DEATHDATE":
            said["Died on"] = [died_on(plain(value))]
        case "KIND":
            said["Kind of card"] = [plain(value).lower()]
        case "X-ABSHOWAS" if value.strip().lower() == "company":
            said["Kind of card"] = ["organisation"]
        case name if name in PLAINLY:
            said[PLAINLY[name]].append(plain(value))
        case name:
            said["Other"].append(f"{name.title()}: {plain(value)}")


def died_on(value: str) -> str:
    """A day of death as a sheet has it; that somebody died, where the card has a year, a month or words only."""
    if basic := BASIC_DATE.fullmatch(value):
        return "-".join(basic.groups())
    return value if parse_date(value).value else "died"


def decoded(line: Property) -> str:
    """The value, out of the quoted letters of 2.1."""
    if "quoted-printable" not in line.parameters:
        return line.value
    letters = quopri.decodestring(line.value.encode())
    return letters.decode("latin-1" if "iso-8859-1" in line.parameters else "utf-8", errors="replace")


def parts(value: str, sign: str) -> list[str]:
    """The parts of a value of several, without their escapes."""
    return [plain(part) for part in PARTED[sign].split(value)]


def plain(value: str) -> str:
    """A text without its escapes."""
    return ESCAPES.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
