"""Which column of a sheet is what, by its header; and opening such a sheet, whatever file it is."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

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
    """The rows of a sheet below its headers, and where each column stands; of JSON also what each row told."""

    columns: dict[str, int]
    rows: list[Row]
    told: Sequence[Mapping[str, Any]] = ()

    def cell(self, row: Row, column: str) -> str:
        """What a row says in a column, its spaces made one; blank where there is none."""
        at = self.columns.get(column)
        return " ".join(row.cells[at].split()) if at is not None and at < len(row.cells) else ""


def open_laid(path: Path, layout: Layout) -> Laid:
    """Open a sheet of this layout, or JSON as the export writes it. Raises SheetRefused for what is none."""
    if (told := told_in_json(path)) is not None:
        return laid_out(told, layout)
    sheet = max(ways(path), key=lambda way: known_in(way, layout))
    at, headers = header_row(sheet, layout)
    columns = checked(layout.columns_of(headers), layout)
    below = ((number, cells) for number, cells in sheet.origin.records() if number > at and any(cells))
    return Laid(columns, [Row(number, cells, []) for number, cells in below if cells != headers])


def checked(columns: dict[str, int], layout: Layout) -> dict[str, int]:
    """The columns. Raises SheetRefused where one lacks that is needed."""
    if lacking := layout.lacks(columns):
        told = f"No column of this sheet says {lacking}: name the columns {layout.names}."
        raise SheetRefused(told, code="no_column")
    return columns


def told_in_json(path: Path) -> list[dict[str, Any]] | None:
    """The rows of a JSON file: a list of objects, or one under a name; None for any other file."""
    with path.open("rb") as file:
        if not file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"[", b"{")):
            return None
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        if path.suffix.lower() == ".json":
            sentence = "This JSON file breaks off, or is not written as JSON is: write it out anew."
            raise SheetRefused(sentence, code="broken_json") from None
        return None
    if isinstance(told, dict):
        told = next((value for value in told.values() if isinstance(value, list)), [told])
    rows = [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
    if not rows:
        raise SheetRefused("This file has no rows.", code="no_rows")
    return rows


def laid_out(told: list[dict[str, Any]], layout: Layout) -> Laid:
    """Rows of JSON as those of a sheet: the first is in row 1."""
    headers = list(dict.fromkeys(name for row in told for name in row))
    columns = checked(layout.columns_of(headers), layout)
    cells = ([in_a_cell(row.get(name)) for name in headers] for row in told)
    return Laid(columns, [Row(at, list(each), []) for at, each in enumerate(cells, 1)], told)


def in_a_cell(value: Any) -> str:
    """What a value of JSON would say in a cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None or isinstance(value, (list, dict)) else str(value)


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
