"""A file of papers, opened: its headers and rows, whichever comma or semicolon lies between them."""

from dataclasses import dataclass
from pathlib import Path

from m4c.people.sheets.reading import Row, Sheet, open_sheet
from m4c.people.sheets.source import SheetFormat
from m4c.people.sheets.text import Delimiter


@dataclass(frozen=True)
class PaperSheet:
    """The headers and the rows below them that are not blank."""

    headers: list[str]
    rows: list[Row]


def open_papers(path: Path) -> PaperSheet:
    """Open a file of papers: its headers are the first row of more than one cell. Raises SheetRefused."""
    sheet = open_sheet(path)
    if sheet.origin.format is SheetFormat.CSV:
        sheet = max((open_sheet(path, delimiter=each) for each in Delimiter), key=cells_of_headers)
    records = list(sheet.origin.records())
    at = header_place(records)
    headers = [" ".join(cell.split()) for cell in records[at][1]]
    width = len(headers)
    rows = [
        Row(number, cells[:width] + [""] * (width - len(cells)), cells[width:]) for number, cells in records[at + 1 :]
    ]
    return PaperSheet(headers, rows)


def cells_of_headers(sheet: Sheet) -> int:
    """How many headers a way of reading gives."""
    records = list(sheet.origin.records())
    return len(records[header_place(records)][1])


def header_place(records: list[tuple[int, list[str]]]) -> int:
    """Which record holds the headers."""
    return next((at for at, (_number, cells) in enumerate(records) if sum(map(bool, cells)) > 1), 0)
