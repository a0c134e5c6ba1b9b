"""Writing the file of an export, chunk by chunk, and where it lies until it is forgotten."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from django.conf import settings

from m4c.people.exports import paper, workbook
from m4c.people.exports.cards import card_of
from m4c.people.exports.fields import fields_of, row_of
from m4c.people.exports.whom import Exported, read
from m4c.people.models import PeopleExport
from m4c.people.sheets.writing import safe_cell

Chunks = Iterable[list[Exported]]
Format = PeopleExport.Format
MARK = b"\xef\xbb\xbf"
PDF = "application/pdf"

TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.VCARD: "text/vcard; charset=utf-8",
    Format.JSON: "application/json",
    Format.LABELS: PDF,
    Format.LETTERS: PDF,
}


def folder() -> Path:
    """Where the files lie, each under the uid of its export."""
    place = Path(settings.DATA_DIR) / "exports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def path_of(export: PeopleExport) -> Path:
    """The file of an export."""
    return folder() / export.uid.hex


def half_of(export: PeopleExport) -> Path:
    """Where the file of an export stands while it is written."""
    return path_of(export).with_suffix(".part")


def forget_file(export: PeopleExport) -> None:
    """Remove the file of an export, whole or half made, if it is still there."""
    path_of(export).unlink(missing_ok=True)
    half_of(export).unlink(missing_ok=True)


def make_file(export: PeopleExport) -> int:
    """Write the file of an export, over whatever was begun before; how many people are in it."""
    begun = half_of(export)
    begun.touch(mode=0o600)
    with begun.open("wb") as out:
        count = write(export, out)
    begun.replace(path_of(export))
    return count


def write(export: PeopleExport, out: IO[bytes]) -> int:
    """Write an export as its format asks; how many people are in it."""
    counted = Counted(read(export))
    WRITERS[Format(export.format)](export, counted, out)
    return counted.number


class Counted:
    """Chunks of people, and how many have come by."""

    def __init__(self, chunks: Chunks) -> None:
        self.chunks = chunks
        self.number = 0

    def __iter__(self) -> Iterator[list[Exported]]:
        for chunk in self.chunks:
            self.number += len(chunk)
            yield chunk


def safe_row(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet takes for a formula."""
    return [safe_cell(cell) for cell in cells]


def write_csv(export: PeopleExport, people: Chunks, out: IO[bytes]) -> None:
    """CSV in UTF-8 with its mark, with Action Network's column names."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    out.write(MARK)
    writer = csv.writer(text)
    fields = fields_of(export)
    writer.writerow(safe_row(field.header for field in fields))
    for chunk in people:
        writer.writerows(safe_row(row_of(each, fields)) for each in chunk)
    text.detach()


def write_xlsx(export: PeopleExport, people: Chunks, out: IO[bytes]) -> None:
    """An Excel workbook of one sheet, every cell a text."""
    fields = fields_of(export)
    rows = (safe_row(row_of(each, fields)) for chunk in people for each in chunk)
    workbook.write(out, [str(field.label) for field in fields], rows)


def write_vcard(export: PeopleExport, people: Chunks, out: IO[bytes]) -> None:
    """A card for each person."""
    for chunk in people:
        out.write("".join(card_of(each, export.chosen) for each in chunk).encode())


def write_json(export: PeopleExport, people: Chunks, out: IO[bytes]) -> None:
    """A list of objects, one a line."""
    fields = fields_of(export)
    headers = [field.header for field in fields]
    separator = b"[\n"
    for chunk in people:
        for each in chunk:
            told = dict(zip(headers, row_of(each, fields), strict=True))
            out.write(separator + json.dumps(told, ensure_ascii=False).encode())
            separator = b",\n"
    out.write(b"[]\n" if separator == b"[\n" else b"\n]\n")


def write_labels(export: PeopleExport, people: Chunks, out: IO[bytes]) -> None:
    """Address labels, of those who may be written to."""
    paper.bind(out, (paper.labels(some) for some in paper.parted(post_to(people), paper.LABELS_AT_ONCE)), "labels")


def write_letters(export: PeopleExport, people: Chunks, out: IO[bytes]) -> None:
    """A letter to each who may be written to."""
    parts = paper.parted(post_to(people), paper.LETTERS_AT_ONCE)
    paper.bind(out, (paper.letters(some, export.letter) for some in parts), "letters")


def post_to(people: Chunks) -> Iterator[Exported]:
    """Those who have an address and have not objected to post."""
    for chunk in people:
        for each in chunk:
            if each.person.address and each.person.address.lines and each.may_be_written_to:
                yield each


def file_of(export: PeopleExport) -> tuple[str, str]:
    """What the file of an export is called on somebody's machine, and its type: several PDFs come in one ZIP."""
    with path_of(export).open("rb") as made:
        is_zipped = made.read(4) == paper.ZIP_MARK
    if is_zipped and TYPES[Format(export.format)] == PDF:
        return f"{export.file_name.removesuffix('.pdf')}.zip", "application/zip"
    return export.file_name, TYPES[Format(export.format)]


WRITERS: dict[Format, Callable[[PeopleExport, Counted, IO[bytes]], None]] = {
    Format.CSV: write_csv,
    Format.XLSX: write_xlsx,
    Format.VCARD: write_vcard,
    Format.JSON: write_json,
    Format.LABELS: write_labels,
    Format.LETTERS: write_letters,
}
