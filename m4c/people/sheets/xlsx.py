"""Reading the rows of an XLSX sheet as they come, with flat memory: numbers and dates as the text a person would type.

Written here because a general reader keeps a whole sheet in memory, and a file of one kilobyte with a cell in the
farthest corner, or one long text shown a million times, makes it take the server down.
"""

import datetime
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .archive import Archive, local, walk
from .limits import Limits, cell_too_long, damaged, swollen, too_many_columns
from .numbers import as_moment, as_number

Record = tuple[int, list[str]]

CELL = re.compile("([A-Z]{1,3})([0-9]{1,7})")
MOST_TEXTS = 2_000_000
DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
PERCENT_FORMATS = {9, 10}
NOT_IN_A_DATE = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


@dataclass
class Workbook:
    """What must be known of an XLSX file before its rows can be read."""

    archive: Archive
    limits: Limits
    sheets: dict[str, str] = field(default_factory=dict)
    """The parts that hold the sheets that are not hidden, by the names on their tabs."""
    texts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    """Of each style: `date`, `percent` or nothing."""
    epoch: datetime.datetime = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone

    def rows(self, name: str) -> Iterator[Record]:
        """The rows of a sheet that hold anything, with their numbers, blank cells at the end left out."""
        reader = _Rows(self)
        for _pause in walk(self.archive.chunks(self.sheets[name]), reader):
            yield from reader.take()


def open_workbook(archive: Archive, limits: Limits) -> Workbook:
    """Read which sheets there are, the texts they share and the styles that make a number a date.

    Raises SheetRefused where these parts are missing or broken.
    """
    book = Workbook(archive, limits)
    path = next(
        (target for kind, target in _links(archive, "").values() if kind == "officeDocument"), "xl/workbook.xml"
    )
    links = _links(archive, path)
    index = _Index()
    _read(archive, path, index)
    if index.starts_in_1904:
        book.epoch = datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - a sheet's dates have no zone
    for name, link in index.sheets:
        kind, target = links.get(link, ("", ""))
        if kind == "worksheet" and target in archive:
            book.sheets[name] = target
    for kind, target in links.values():
        if kind == "sharedStrings" and target in archive:
            texts = _Texts(limits)
            _read(archive, target, texts)
            book.texts = texts.found
        elif kind == "styles" and target in archive:
            styles = _Styles()
            _read(archive, target, styles)
            book.styles = styles.kinds()
    return book


def _read(archive: Archive, name: str, handler: "_Part") -> None:
    for _pause in walk(archive.chunks(name), handler):
        pass


def _links(archive: Archive, path: str) -> dict[str, tuple[str, str]]:
    """What a part points to, by the name of the link: the kind of the target and its path."""
    folder, file = posixpath.split(path)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    links = _Links(folder)
    if name in archive:
        _read(archive, name, links)
    return links.found


class _Links(_Part):
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(self.folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = kind, posixpath.normpath(path)


class _Index(_Part):
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


class _Texts(_Part):
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
                self.found.append("".join(self.parts))
                self.parts, self.length = [], 0
                if len(self.found) > MOST_TEXTS:
                    raise swollen()

    def text(self, text: str) -> None:
        if self.within and self.length <= self.limits.cell:  # one letter too many is kept, and refused where it is shown
            self.parts.append(text)
            self.length += len(text)


class _Styles(_Part):
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
        return [self._kind(number) for number in self.used]

    def _kind(self, number: str) -> str:
        if number in self.formats:
            shown = NOT_IN_A_DATE.sub("", self.formats[number].partition(";")[0]).lower()
            if "general" not in shown and any(sign in shown for sign in "dmyhs"):
                return "date"
            return "percent" if "%" in shown else ""
        known = int(number) if number.isdecimal() else 0
        return "date" if known in DATE_FORMATS else "percent" if known in PERCENT_FORMATS else ""


class _Rows(_Part):
    """The rows of one sheet, gathered until they are taken."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.limits = book.limits
        self.done: list[Record] = []
        self.row = 0
        self.column = -1
        self.cells: list[str] = []
        self.kind = self.style = ""
        self.parts: list[str] = []
        self.length = 0
        self.within = self.aside = False

    def take(self) -> list[Record]:
        taken, self.done = self.done, []
        return taken

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "v" | "t":
                self.within = not self.aside
            case "c":
                self._start_cell(attributes)
            case "row":
                number = attributes.get("r", "")
                self.row = max(int(number) if number.isdecimal() else 0, self.row + 1)
                self.column, self.cells = -1, []
            case "rPh":
                self.aside = True

    def text(self, text: str) -> None:
        if self.within:
            self.parts.append(text)
            self.length += len(text)
            if self.length > self.limits.cell:
                raise cell_too_long(self.row, self.limits)

    def end(self, name: str) -> None:
        match local(name):
            case "v" | "t":
                self.within = False
            case "c":
                if self.parts:
                    self._end_cell()
            case "row":
                if self.cells:
                    self.done.append((self.row, self.cells))
            case "rPh":
                self.aside = False

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        if place := CELL.fullmatch(attributes.get("r", "")):
            self.column = _column(place[1])
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
        self.parts, self.length = [], 0

    def _end_cell(self) -> None:
        value = self._value("".join(self.parts))
        if not value:
            return
        if self.column >= self.limits.columns:
            raise too_many_columns(self.row, self.limits)
        if len(value) > self.limits.cell:
            raise cell_too_long(self.row, self.limits)
        self.cells.extend([""] * (self.column + 1 - len(self.cells)))
        self.cells[self.column] = value

    def _value(self, written: str) -> str:
        match self.kind:
            case "s":
                place = int(written) if written.isdecimal() else -1
                if not 0 <= place < len(self.book.texts):
                    raise damaged()
                return self.book.texts[place]
            case "b":
                return "TRUE" if written == "1" else "FALSE"
            case "n":
                return self._number(written)
        return written

    def _number(self, written: str) -> str:
        styles = self.book.styles
        kind = styles[int(self.style)] if self.style.isdecimal() and int(self.style) < len(styles) else ""
        if kind == "date":
            return as_moment(written, self.book.epoch)
        return as_number(written, percent=kind == "percent")


def _column(letters: str) -> int:
    """The place of a column, A being 0."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
