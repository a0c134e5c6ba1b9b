"""Opening a sheet: whatever file was given, its headers and its rows with the numbers that a person sees."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from m4c.people.sheets import bundle, ods, vcard, xlsx
from m4c.people.sheets.archive import open_archive
from m4c.people.sheets.headers import known_headers, looks_like_data
from m4c.people.sheets.limits import Limits, SheetRefused, damaged, too_many_rows
from m4c.people.sheets.source import SheetFormat, Source, empty, recognise
from m4c.people.sheets.text import Delimiter, Encoding, check_text, guess_delimiter, guess_encoding, lines_of, records
from m4c.people.sheets.writing import plain_cell

HEADER_WITHIN = 10  # rows that are not blank
SAMPLE = 50  # rows

# Soft hyphens, marks of direction and the like, which come along when text is pasted.
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")

Record = tuple[int, list[str]]


@dataclass(frozen=True)
class Row:
    """One row that is not blank.

    `number` is the row's number in the spreadsheet. `cells` has one text for each column of the sheet; `beyond` is what
    stood to the right of the last column, mostly cells that have slipped.
    """

    number: int
    cells: list[str]
    beyond: list[str]


@dataclass(frozen=True)
class Origin:
    """Where the rows of a sheet are and how they are written there; encoding and delimiter are those of CSV alone."""

    source: Source
    limits: Limits
    format: SheetFormat
    encoding: Encoding = Encoding.UTF_8
    delimiter: Delimiter = Delimiter.COMMA
    book: xlsx.Workbook | ods.Workbook | None = None
    tab: str = ""
    """The name of the sheet within a workbook."""

    @property
    def tabs(self) -> list[str]:
        """The names of all sheets of the workbook that are not hidden."""
        return list(self.book.sheets) if self.book else []

    def records(self) -> Iterator[Record]:
        """Each row that is not blank, its cells cleaned of what cannot be seen, blank cells at its end left out."""
        for number, cells in self._raw_records():
            if cleaned := _clean(cells):
                yield number, cleaned

    def _raw_records(self) -> Iterator[Record]:
        if self.format is SheetFormat.VCARD:
            yield from vcard.records(lines_of(self.source, self.encoding))
            return
        if self.format is SheetFormat.BUNDLE:
            yield from bundle.records(self.source, self.limits)
            return
        if self.book is None:
            yield from records(self.source, self.encoding, self.delimiter, self.limits)
            return
        with self.source.open() as file, open_archive(file, self.limits) as archive:
            yield from self.book.rows(archive, self.tab)


@dataclass(frozen=True)
class Sheet:
    """A sheet that was found to be readable from end to end. Made by `open_sheet`."""

    origin: Origin
    header_row: int | None
    """The number of the row of headers; None where there are no headers."""
    headers: tuple[str, ...]
    """One for each column, as typed; empty where a column has none."""
    row_count: int
    """Rows below the headers that are not blank."""

    def rows(self, *, after: int = 0) -> Iterator[Row]:
        """The rows below the headers, as they are read from the file; those up to number `after` are left out.

        May be called as often as wanted; where an open file was given, one reading at a time.
        """
        width = len(self.headers)
        for number, cells in _below(self.origin, self.header_row):
            if number > after:
                yield Row(number, cells[:width] + [""] * (width - len(cells)), [cell for cell in cells[width:] if cell])

    def sample(self, count: int = 20) -> list[Row]:
        """The first rows."""
        return list(islice(self.rows(), count))


def open_sheet(
    given: str | Path | IO[bytes],
    *,
    limits: Limits | None = None,
    encoding: Encoding | None = None,
    delimiter: Delimiter | None = None,
    tab: str = "",
) -> Sheet:
    """Open a sheet and read it through once, so that nothing is refused later while its rows are read.

    Format, encoding, delimiter, the tab of a workbook and the row of headers are told by the content; encoding,
    delimiter and tab may be given. Raises SheetRefused, in one sentence, for whatever is not a sheet within `limits`.
    """
    source, limits = Source(given), limits or Limits()
    origin = Origin(source, limits, recognise(source, limits))
    if origin.format is SheetFormat.VCARD:
        origin = replace(origin, encoding=encoding or guess_encoding(source))
    elif origin.format is SheetFormat.CSV:
        encoding = encoding or guess_encoding(source)
        check_text(source, encoding)
        delimiter = delimiter or guess_delimiter(source, encoding, known_headers)
        origin = replace(origin, encoding=encoding, delimiter=delimiter)
    elif origin.format is not SheetFormat.BUNDLE:
        origin = _with_workbook(origin, tab)
    first = list(islice(origin.records(), SAMPLE))
    if not first:
        raise empty()
    header_row, headers = _find_headers(first)
    count = sum(1 for _record in islice(_below(origin, header_row), limits.rows + 1))
    if count > limits.rows:
        raise too_many_rows(limits)
    if not count:
        raise SheetRefused(_("This sheet has headers and no rows below them."), code="no_rows")
    return Sheet(origin, header_row, headers, count)


def _with_workbook(origin: Origin, wanted: str) -> Origin:
    """Turn to the tab that was asked for, or else to the one with the most known headers, or else to the first."""
    opened = xlsx.open_workbook if origin.format is SheetFormat.XLSX else ods.open_workbook
    with origin.source.open() as file, open_archive(file, origin.limits) as archive:
        origin = replace(origin, book=opened(archive, origin.limits))
    if not origin.tabs:
        raise damaged()
    ways = [replace(origin, tab=tab) for tab in ([wanted] if wanted in origin.tabs else origin.tabs)]

    def worth(way: Origin) -> tuple[int, bool]:
        first = list(islice(way.records(), HEADER_WITHIN))
        return max((known_headers(cells) for _number, cells in first), default=0), bool(first)

    return max(ways, key=worth) if len(ways) > 1 else ways[0]


def _below(origin: Origin, header_row: int | None) -> Iterator[Record]:
    """The records below the headers; where sheets were pasted together, the headers of the others are left out."""
    headers: list[str] = []
    for number, cells in origin.records():
        if number == header_row:
            headers = cells
        elif number > (header_row or 0) and cells != headers:
            yield number, cells


def _find_headers(first: list[Record]) -> tuple[int | None, tuple[str, ...]]:
    """The row of headers and the headers, widened to the columns that rows fill without one."""
    place = _header_place([cells for _number, cells in first[:HEADER_WITHIN]])
    below = sorted(len(cells) for _number, cells in first[(-1 if place is None else place) + 1 :])
    if place is None:
        return None, ("",) * below[-1]
    number, cells = first[place]
    usual_width = below[(len(below) - 1) // 2] if below else 0
    headers = [" ".join(cell.split()) for cell in cells]
    return number, tuple(headers + [""] * (usual_width - len(headers)))


def _header_place(top: list[list[str]]) -> int | None:
    """Which row has the most known headers; else the first of several cells, unless data comes before it."""
    known = [known_headers(cells) for cells in top]
    if max(known):
        return known.index(max(known))
    for place, cells in enumerate(top):
        if any(map(looks_like_data, cells)):
            return None
        if sum(map(bool, cells)) > 1:
            return place
    return 0


def _clean(cells: list[str]) -> list[str]:
    together = "\0".join(cells)  # which no cell holds; one cleaning of a row is quicker than one of each cell
    if not together.isascii():
        together = unicodedata.normalize("NFC", INVISIBLE.sub("", together)).replace("\xa0", " ")
    cells = list(map(str.strip, together.split("\0")))
    if "'" in together:
        cells = list(map(plain_cell, cells))
    while cells and not cells[-1]:
        cells.pop()
    return cells
