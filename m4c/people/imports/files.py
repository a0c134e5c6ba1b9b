"""Where given files lie until they are forgotten, and opening them as the person settled."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

from m4c.people.imports.kinds import IMPORT_KINDS, ImportKind, Line, kinds_on_offer
from m4c.people.models import SheetImport
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import Sheet, open_sheet
from m4c.people.sheets.text import Delimiter, Encoding

CHUNK = 500  # rows at a time, of a kind whose rows take long to write
BLOCK = 1 << 20


def folder() -> Path:
    """Where the files lie, each under the uid of its import."""
    place = Path(settings.DATA_DIR) / "imports"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def path_of(sheet_import: SheetImport) -> Path:
    """The file of an import."""
    return folder() / sheet_import.uid.hex


def keep_file(sheet_import: SheetImport, given: IO[bytes]) -> None:
    """Keep a given file for an import that is not saved yet, and note its fingerprint on it."""
    digest = hashlib.sha256()
    path = path_of(sheet_import)
    path.touch(mode=0o600)
    with path.open("wb") as kept:
        while block := given.read(BLOCK):
            digest.update(block)
            kept.write(block)
    sheet_import.fingerprint = digest.hexdigest()


def fingerprint_of(file: Path) -> str:
    """The fingerprint of a file that is not kept: what would come of it depends on whether it came before."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def forget_file(sheet_import: SheetImport) -> None:
    """Remove the file of an import, if it is still there."""
    path_of(sheet_import).unlink(missing_ok=True)


def page_limits() -> Limits:
    """What the page takes; the command line takes what the reader takes."""
    return Limits(size=settings.IMPORT_MAX_BYTES, rows=settings.IMPORT_MAX_ROWS)


def open_given(sheet_import: SheetImport, limits: Limits | None = None) -> Sheet:
    """The import's file as a sheet, with the encoding, separator and tab that were settled. Raises SheetRefused."""
    layout, path = sheet_import.layout, path_of(sheet_import)
    if not path.exists():
        raise SheetRefused(_("The file is not kept any more: give it again."), code="gone")
    return open_sheet(
        path,
        limits=limits,
        encoding=Encoding(layout["encoding"]) if "encoding" in layout else None,
        delimiter=Delimiter(layout["delimiter"]) if "delimiter" in layout else None,
        tab=layout.get("tab", ""),
    )


def layout_of(sheet: Sheet, columns: Columns) -> dict[str, object]:
    """What to remember, so that the file is read the same way again."""
    return {
        "format": sheet.origin.format.value,
        "encoding": sheet.origin.encoding.value,
        "delimiter": sheet.origin.delimiter.value,
        "tab": sheet.origin.tab,
        "headers": list(sheet.headers),
        "columns": [kind.value for kind in columns.kinds],
    }


def guess_layout(sheet: Sheet, kind: str, source: str = "") -> dict[str, object]:
    """The layout as it is guessed for a kind of sheet; `source` is the tool it comes from, where somebody chose it."""
    rows = [row.cells for row in sheet.sample()]
    source = source or IMPORT_KINDS[kind].source(sheet.headers)
    layout = layout_of(sheet, IMPORT_KINDS[kind].guess_columns(sheet.headers, rows, source).columns)
    return {**layout, "source": source} if source else layout


def guess_kind(sheet: Sheet, file_name: str = "") -> ImportKind:
    """The kind whose tool wrote it; else that of which it has the most columns, and those that it cannot do without.

    Of several as good it is the one that the file is called after, and then one that asks nothing more: a plain list
    of names and e-mails is no session of which nobody knows the day.
    """
    rows = [row.cells for row in sheet.sample()]
    called = "".join(filter(str.isalpha, file_name.casefold()))

    def worth(kind: ImportKind) -> tuple[bool, bool, int, bool, bool]:
        columns = kind.guess_columns(sheet.headers, rows).columns
        known = sum(each is not ColumnKind.UNUSED for each in columns.kinds)
        told = kind.guess(file_name, sheet.headers)
        asks = [name for name, field in kind.questions.base_fields.items() if field.required and name not in told]
        return kind.knows_tool(sheet.headers), not kind.missing(columns), known, kind.name in called, not asks

    return max(kinds_on_offer(), key=worth)


def columns_of(sheet_import: SheetImport) -> Columns:
    """What the columns were settled to hold."""
    return Columns(tuple(ColumnKind(kind) for kind in sheet_import.layout["columns"]))


def lines_of(sheet: Sheet, sheet_import: SheetImport, *, after: int = 0) -> Iterator[list[Line]]:
    """The lines of a sheet as its kind reads them, in chunks; those up to number `after` are left out."""
    kind, columns = IMPORT_KINDS[sheet_import.kind], columns_of(sheet_import)
    chunk: list[Line] = []
    heading = ""
    for row in sheet.rows():  # from the top, as a heading may stand above those that are left out
        heading = kind.heading(row) or heading
        if row.number <= after:
            continue
        line = kind.under(heading, kind.read(row, columns))
        if row.beyond:
            line.tell(_("It has more cells than there are columns: did it slip?"))
        chunk.append(line)
        if len(chunk) == CHUNK * kind.chunks_at_once:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def forget_strays(older_than: float) -> None:
    """Remove files that no import knows of, left by a process that was killed; `older_than` in seconds."""
    known = {uid.hex for uid in SheetImport.objects.values_list("uid", flat=True)}
    for path in folder().iterdir():
        if path.name not in known and path.stat().st_mtime < time.time() - older_than:
            path.unlink(missing_ok=True)
