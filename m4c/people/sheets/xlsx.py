"""Reading the rows of an XLSX sheet as they come, with flat memory, its numbers and dates as a person would type them.

Written here because a general reader keeps a whole sheet in memory: a file of one kilobyte with a cell in the farthest
corner, or one long text shown a million times, takes the server down with it.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from m4c.people.sheets.archive import Archive, Handler, LocalNames, walk
from m4c.people.sheets.limits import Limits, cell_too_long, damaged, too_many_columns
from m4c.people.sheets.merged import filled_down, merged_downwards
from m4c.people.sheets.numbers import as_date, as_moment, as_number
from m4c.people.sheets.xlsx_parts import Index, Styles, Texts, links, read_part, unescaped

Record = tuple[int, list[str]]

EPOCH = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - the dates of a sheet have no zone
EPOCH_1904 = datetime.datetime(1904, 1, 1)  # noqa: DTZ001


@dataclass
class Workbook:
    """What must be known of an XLSX file before its rows can be read."""

    limits: Limits
    sheets: dict[str, str] = field(default_factory=dict)
    """The parts that hold the sheets that are not hidden, by the names on their tabs."""
    texts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    """Of each style: `date`, `percent` or nothing."""
    epoch: datetime.datetime = EPOCH
    merged: dict[str, dict[int, list[tuple[int, int]]]] = field(default_factory=dict)
    """Of each sheet that was read: cells merged downwards, as `filled_down` takes them."""

    def rows(self, archive: Archive, name: str) -> Iterator[Record]:
        """The rows of a sheet that hold anything, with their numbers, blank cells at the end left out.

        What stands in cells merged downwards is in each of their rows.
        """
        if name not in self.merged:
            found = merged_downwards(archive.chunks(self.sheets[name]))
            self.merged[name] = {
                row: [(place, last) for letters, last in ranges if (place := _column(letters)) < self.limits.columns]
                for row, ranges in found.items()
            }
        rows = self._rows(archive, name)
        return filled_down(rows, self.merged[name]) if self.merged[name] else rows

    def _rows(self, archive: Archive, name: str) -> Iterator[Record]:
        reader = _Rows(self)
        for _pause in walk(archive.chunks(self.sheets[name]), reader):
            yield from reader.take()


def open_workbook(archive: Archive, limits: Limits) -> Workbook:
    """Read which sheets there are, the texts they share and the styles that make a number a date.

    Raises SheetRefused where these parts are missing or broken.
    """
    book = Workbook(limits)
    starts = links(archive, "").values()
    path = next((target for kind, target in starts if kind == "officeDocument"), "xl/workbook.xml")
    targets = links(archive, path)
    index = read_part(archive, path, Index())
    book.epoch = EPOCH_1904 if index.starts_in_1904 else EPOCH
    for name, link in index.sheets:
        kind, target = targets.get(link, ("", ""))
        if kind == "worksheet" and target in archive:
            book.sheets[name] = target
    for kind, target in targets.values():
        if kind == "sharedStrings" and target in archive:
            book.texts = read_part(archive, target, Texts(limits)).found
        elif kind == "styles" and target in archive:
            book.styles = read_part(archive, target, Styles()).kinds()
    return book


class _Rows(Handler):
    """The rows of one sheet, gathered until they are taken."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.limits = book.limits
        self.done: list[Record] = []
        self.row = 0
        self.column = -1
        self.cells: list[str] = []
        self.kind = self.style = ""
        self.written = ""
        self.within = self.aside = False
        self.names = LocalNames()

    def take(self) -> list[Record]:
        taken, self.done = self.done, []
        return taken

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match self.names[name]:
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
            self.written += text
            if len(self.written) > self.limits.cell:
                raise cell_too_long(self.row, self.limits)

    def end(self, name: str) -> None:
        match self.names[name]:
            case "v" | "t":
                self.within = False
            case "c":
                if self.written:
                    self._end_cell()
            case "row":
                if self.cells:
                    self.done.append((self.row, self.cells))
            case "rPh":
                self.aside = False

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.kind, self.style, self.written = attributes.get("t", "n"), attributes.get("s", ""), ""
        letters = attributes.get("r", "").rstrip("0123456789")
        self.column = _column(letters) if letters else self.column + 1

    def _end_cell(self) -> None:
        value = self._value(self.written)
        if not value:
            return
        if self.column >= self.limits.columns:
            raise too_many_columns(self.row, self.limits)
        if len(value) > self.limits.cell:
            raise cell_too_long(self.row, self.limits)
        if self.column < len(self.cells):
            self.cells[self.column] = value
            return
        self.cells.extend([""] * (self.column - len(self.cells)))
        self.cells.append(value)

    def _value(self, written: str) -> str:
        if self.kind == "s":
            place = int(written) if written.isdecimal() else -1
            if not 0 <= place < len(self.book.texts):
                raise damaged()
            return self.book.texts[place]
        if self.kind == "b":
            return "TRUE" if written == "1" else "FALSE"
        if self.kind == "n":
            return self._number(written)
        return as_date(written) if self.kind == "d" else unescaped(written)

    def _number(self, written: str) -> str:
        styles = self.book.styles
        kind = styles[int(self.style)] if self.style.isdecimal() and int(self.style) < len(styles) else ""
        if kind == "date":
            return as_moment(written, self.book.epoch)
        return as_number(written, percent=kind == "percent")


@lru_cache(maxsize=1000)
def _column(letters: str) -> int:
    """The place of a column, A being 0. Raises SheetRefused for what is no column."""
    place = 0
    if len(letters) > 3 or not letters.isascii() or not letters.isupper():
        raise damaged()
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
