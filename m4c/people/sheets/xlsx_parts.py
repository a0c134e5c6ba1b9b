"""The parts of an XLSX file that say what its sheets mean: their list, the texts they share, the styles of numbers."""

import posixpath
import re
from typing import TypeVar

from m4c.people.sheets.archive import Archive, Handler, local, walk
from m4c.people.sheets.limits import Limits, swollen

MOST_TEXTS = 2_000_000
DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
PERCENT_FORMATS = {9, 10}
NOT_IN_A_DATE = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

Part = TypeVar("Part", bound=Handler)


def read_part(archive: Archive, name: str, part: Part) -> Part:
    """Read a part to its end and give back what read it."""
    for _pause in walk(archive.chunks(name), part):
        pass
    return part


def links(archive: Archive, path: str) -> dict[str, tuple[str, str]]:
    """What a part points to, by the name of the link: the kind of the target and its path."""
    folder, file = posixpath.split(path)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    return read_part(archive, name, Links(folder)).found if name in archive else {}


def unescaped(text: str) -> str:
    """The text with the signs that XML cannot hold put back (`_x000D_`), or left out where no text has them."""
    return ESCAPED.sub(lambda found: _sign(int(found[1], 16)), text) if "_x" in text else text


def _sign(code: int) -> str:
    return chr(code) if code >= 32 and not 0xD800 <= code < 0xE000 else "\n" if code == 10 else ""


class Links(Handler):
    """The links of one part."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(self.folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = kind, posixpath.normpath(path)


class Index(Handler):
    """The workbook's list of sheets."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.starts_in_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        plain = {local(key): value for key, value in attributes.items()}
        if local(name) == "sheet" and plain.get("state", "visible") == "visible":
            self.sheets.append((plain.get("name", ""), plain.get("id", "")))
        elif local(name) == "workbookPr":
            self.starts_in_1904 = plain.get("date1904", "0") in ("1", "true")


class Texts(Handler):
    """The texts that cells share; readings of Japanese names, which Excel keeps beside them, are left out."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.found: list[str] = []
        self.parts: list[str] = []
        self.length = 0
        self.within = self.aside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "t":
                self.within = not self.aside
            case "rPh":
                self.aside = True

    def end(self, name: str) -> None:
        match local(name):
            case "t":
                self.within = False
            case "rPh":
                self.aside = False
            case "si":
                self.found.append(unescaped("".join(self.parts)))
                self.parts, self.length = [], 0
                if len(self.found) > MOST_TEXTS:
                    raise swollen()

    def text(self, text: str) -> None:
        if (
            self.within and self.length <= self.limits.cell
        ):  # one letter too many is kept, and refused where it is shown
            self.parts.append(text)
            self.length += len(text)


class Styles(Handler):
    """Which styles show a number as a date or a percentage."""

    def __init__(self) -> None:
        self.formats: dict[str, str] = {}
        self.used: list[str] = []
        self.within = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "numFmts" | "cellXfs" as part:
                self.within = part
            case "numFmt" if self.within == "numFmts":
                self.formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "xf" if self.within == "cellXfs":
                self.used.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if local(name) == self.within:
            self.within = ""

    def kinds(self) -> list[str]:
        """Of each style that cells use: `date`, `percent` or nothing."""
        return [self._kind(number) for number in self.used]

    def _kind(self, number: str) -> str:
        if number in self.formats:
            shown = NOT_IN_A_DATE.sub("", self.formats[number].partition(";")[0]).lower()
            if "general" not in shown and any(sign in shown for sign in "dmyhs"):
                return "date"
            return "percent" if "%" in shown else ""
        known = int(number) if number.isdecimal() else 0
        return "date" if known in DATE_FORMATS else "percent" if known in PERCENT_FORMATS else ""
