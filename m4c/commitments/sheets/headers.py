"""Which column of a sheet is what, by its header; and opening such a sheet, whatever file it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from m4c.people.names import words
from m4c.people.sheets.limits import SheetRefused
from m4c.people.sheets.reading import Row, Sheet, open_sheet
from m4c.people.sheets.source import SheetFormat
from m4c.people.sheets.text import Delimiter

TOP = 10  # rows among which the headers stand
LONGEST_HEADER = 6  # words: more are a sentence
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Layout:
    """The columns of a kind of sheet: what each may be called, which it cannot do without, and how to say so."""

    phrases: Mapping[str, str]  # by column: headers in small letters, parted by bars
    needed: Mapping[str, str]  # by column: what no column of the sheet says
    names: str  # the columns, as somebody would be told to name them

    @cached_property
    def meant(self) -> dict[str, str]:
        """The column of each header."""
        return {" ".join(words(each)): column for column, told in self.phrases.items() for each in told.split("|")}

    def columns_of(self, headers: Sequence[str]) -> dict[str, int]:
        """Where each column stands: by its whole header; of two that say the same the first."""
        found: dict[str, int] = {}
        for at, header in enumerate(headers):
            said = plain(header)
            if len(said.split()) > LONGEST_HEADER:
                continue
            if column := self.meant.get(said) or self.meant.get(" ".join(words(header))):
                found.setdefault(column, at)
        return found

    def lacks(self, columns: Mapping[str, int]) -> str:
        """What no column says of what is needed; blank where nothing lacks."""
        return next((told for column, told in self.needed.items() if column not in columns), "")


@dataclass(frozen=True)
class Laid:
    """The rows of a sheet below its headers, and where each column stands."""

    columns: dict[str, int]
    rows: list[Row]

    def cell(self, row: Row, column: str) -> str:
        """What a row says in a column, its spaces made one; blank where there is none."""
        at = self.columns.get(column)
        return " ".join(row.cells[at].split()) if at is not None and at < len(row.cells) else ""


def open_laid(path: Path, layout: Layout) -> Laid:
    """Open a sheet of this layout. Raises SheetRefused for what is none."""
    sheet = max(ways(path), key=lambda way: known_in(way, layout))
    at, headers = header_row(sheet, layout)
    columns = layout.columns_of(headers)
    if lacking := layout.lacks(columns):
        told = f"No column of this sheet says {lacking}: name the columns {layout.names}."
        raise SheetRefused(told, code="no_column")
    below = ((number, cells) for number, cells in sheet.origin.records() if number > at and any(cells))
    return Laid(columns, [Row(number, cells, []) for number, cells in below if cells != headers])


def ways(path: Path) -> list[Sheet]:
    """The sheet as it can be read: of CSV by each delimiter that leaves rows. Raises SheetRefused for what is none."""
    found, refusals = [], []
    for delimiter in (None, *Delimiter):
        try:
            found.append(open_sheet(path, delimiter=delimiter))
        except SheetRefused as refused:
            refusals.append(refused)
        if found and found[0].origin.format is not SheetFormat.CSV:
            break
    if not found:
        raise refusals[0]
    return found


def header_row(sheet: Sheet, layout: Layout) -> tuple[int, list[str]]:
    """The number of the row with the most known headers among the first, and its cells."""
    top = list(islice(sheet.origin.records(), TOP))
    return max(top, key=lambda record: (len(layout.columns_of(record[1])), -record[0]))


def known_in(sheet: Sheet, layout: Layout) -> int:
    """How many headers a way of reading gives."""
    return len(layout.columns_of(header_row(sheet, layout)[1]))


def plain(header: str) -> str:
    """A header without case, marks, and what stands in brackets: “Due (dd/mm/yyyy)” is “due”."""
    return " ".join(words(IN_BRACKETS.sub(" ", header)))
