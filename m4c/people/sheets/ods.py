"""Reading the rows of an ODS sheet as they come, in flat memory, its numbers and dates as a person would type them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from m4c.people.sheets.archive import Archive, Handler, LocalNames, local, walk
from m4c.people.sheets.limits import Limits, cell_too_long, too_many_columns, too_many_rows
from m4c.people.sheets.merged import MOST as MOST_SPANS
from m4c.people.sheets.merged import filled_down
from m4c.people.sheets.numbers import as_date, as_number, as_time

Record = tuple[int, list[str]]

CONTENT = "content.xml"
CELLS = ("table-cell", "covered-table-cell")
MOST = 1 << 21  # twice the rows that a sheet can have


@dataclass
class Workbook:
    """An ODS file and the names of its sheets."""

    limits: Limits
    sheets: list[str] = field(default_factory=list)

    def rows(self, archive: Archive, name: str) -> Iterator[Record]:
        """The rows of a sheet that hold anything, with their numbers, blank cells at the end left out.

        What is merged downwards is said of each of its rows.
        """
        reader = _Rows(self.limits, self.sheets.index(name))
        return filled_down(self._read(archive, reader), reader.merged)

    def _read(self, archive: Archive, reader: "_Rows") -> Iterator[Record]:
        for _pause in walk(archive.chunks(CONTENT), reader):
            yield from reader.take()
            if reader.table > reader.wanted:
                return


def open_workbook(archive: Archive, limits: Limits) -> Workbook:
    """Read which sheets there are. Raises SheetRefused where the content is missing or broken."""
    names = _Names()
    for _pause in walk(archive.chunks(CONTENT), names):
        pass
    return Workbook(limits, names.found)


class _Names(Handler):
    def __init__(self) -> None:
        self.found: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "table":
            title = _plain(attributes).get("name", "")
            # Two sheets of one name could not be told apart by it.
            self.found.append(title if title not in self.found else f"{title} ({len(self.found) + 1})")


class _Rows(Handler):
    """The rows of one table, gathered until they are taken."""

    def __init__(self, limits: Limits, wanted: int) -> None:
        self.limits = limits
        self.wanted = wanted
        self.table = -1
        self.done: list[Record] = []
        self.merged: dict[int, list[tuple[int, int]]] = {}  # by row: the columns merged from it downwards, and to where
        self.spans = 0
        self.row = 1
        self.row_times = 1
        self.column = 0
        self.cells: list[str] = []
        self.attributes: dict[str, str] = {}
        self.depth = -1  # below the cell: its own paragraphs are at 1, those of comments and pictures further down
        self.within = False
        self.parts: list[str] = []
        self.length = 0
        self.names = LocalNames()

    def take(self) -> list[Record]:
        taken, self.done = self.done, []
        return taken

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = self.names[name]
        if kind == "table":
            self.table += 1
        if self.table != self.wanted:
            return
        if self.depth >= 0:
            self._start_within_cell(kind, attributes)
        elif kind in CELLS:
            self.attributes = _plain(attributes)
            self.depth, self.parts, self.length = 0, [], 0
        elif kind == "table-row":
            self.row_times = _times(_plain(attributes).get("number-rows-repeated"))
            self.column, self.cells = 0, []

    def text(self, text: str) -> None:
        if self.within:
            self.parts.append(text)
            self.length += len(text)
            if self.length > self.limits.cell:
                raise cell_too_long(self.row, self.limits)

    def end(self, name: str) -> None:
        if self.table != self.wanted:
            return
        kind = self.names[name]
        if self.depth > 0:
            if self.depth == 1:
                self.within = False
            self.depth -= 1
        elif self.depth == 0 and kind in CELLS:
            self.depth = -1
            self._end_cell()
        elif kind == "table-row":
            self._end_row()

    def _start_within_cell(self, kind: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth == 1 and kind == "p":
            self.within = True
            if self.parts:
                self.text("\n")
        elif kind == "s":
            self.text(" " * min(_times(_plain(attributes).get("c")), self.limits.cell))
        elif kind in ("tab", "line-break"):
            self.text(" ")

    def _end_cell(self) -> None:
        times = _times(self.attributes.get("number-columns-repeated"))
        if value := self._value():
            if self.column + times > self.limits.columns:
                raise too_many_columns(self.row, self.limits)
            self.cells.extend([""] * (self.column - len(self.cells)))
            self.cells.extend([value] * times)
            self._note_span()
        self.column += times

    def _note_span(self) -> None:
        rows = _times(self.attributes.get("number-rows-spanned"))
        if rows > 1 and self.spans < MOST_SPANS:
            self.merged.setdefault(self.row, []).append((self.column, self.row + rows - 1))
            self.spans += 1

    def _end_row(self) -> None:
        if self.cells:
            if self.row_times > self.limits.rows:
                raise too_many_rows(self.limits)
            self.done.extend((self.row + times, list(self.cells)) for times in range(self.row_times))
        self.row += self.row_times

    def _value(self) -> str:
        shown = "".join(self.parts)
        given = self.attributes
        match given.get("value-type"):
            case "float" | "currency":
                return as_number(given.get("value", shown))
            case "percentage":
                return as_number(given.get("value", shown), percent=True)
            case "date":
                return as_date(given.get("date-value", shown))
            case "time":
                return as_time(given.get("time-value", shown))
            case "boolean":
                return given.get("boolean-value", shown).upper()
        return shown


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    return {local(key): value for key, value in attributes.items()}


def _times(written: str | None) -> int:
    """How often a row, cell or space stands in a row; a count that is none, or beyond any sheet, is cut."""
    if not written or not written.isdecimal():
        return 1
    return MOST if len(written) > len(str(MOST)) else min(max(int(written), 1), MOST)
