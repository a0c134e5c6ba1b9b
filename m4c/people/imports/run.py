"""Runs an import to its end, chunk by chunk with a breath between, so that nobody at a door waits; ends it anew from
where it was killed.
"""

from collections.abc import Callable, Iterator

from m4c.core.chunks import let_others_write, with_a_breath
from m4c.core.reading_file import unmapped
from m4c.core.rubbish import seldom_collecting
from m4c.people.imports.answer import Answer, Foretold
from m4c.people.imports.files import lines_of, open_given
from m4c.people.imports.kinds import IMPORT_KINDS, Line
from m4c.people.imports.matcher import Matcher
from m4c.people.models import Account, ImportRow, SheetImport
from m4c.people.operations import import_undo
from m4c.people.operations import sheet_import as operations  # as modules: their tasks import this one
from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import Sheet

Tell = Callable[[int, int], None]  # how many rows are done, of how many


def nobody(done: int, total: int) -> None:
    """Tells nobody how far it got."""


def look_through(sheet_import: SheetImport, *, by: Account, limits: Limits, tell: Tell = nobody) -> SheetImport:
    """Read the file and keep what would become of each row. A file that cannot be read is told on the import."""
    try:
        sheet = open_given(sheet_import, limits)
    except SheetRefused as refused:
        return operations.end_reading(sheet_import=sheet_import, length=0, problem=str(refused), by=by)
    foretold = Foretold(sheet_import)
    for lines in with_a_breath(matched(sheet_import, sheet, by, foretold)):
        operations.keep_forecast(sheet_import=sheet_import, lines=lines, by=by)
        tell(foretold.answer.rows, sheet.row_count)
    answer = foretold.answer
    return operations.end_reading(sheet_import=sheet_import, length=answer.rows, counts=answer.counts, by=by)


def foretell(sheet_import: SheetImport, sheet: Sheet, *, by: Account, tell: Tell = nobody) -> Answer:
    """What would come of a sheet, kept nowhere; neither the import nor its group need be saved."""
    foretold = Foretold(sheet_import)
    for _lines in matched(sheet_import, sheet, by, foretold):
        tell(foretold.answer.rows, sheet.row_count)
    return foretold.answer


def matched(sheet_import: SheetImport, sheet: Sheet, by: Account, foretold: Foretold) -> Iterator[list[Line]]:
    """The lines of a sheet with the fates that they would have now, counted as they come."""
    matcher, sitting = Matcher(by), IMPORT_KINDS[sheet_import.kind].sitting(sheet_import)
    for lines in lines_of(sheet, sheet_import):
        matcher.match(lines, sitting)
        foretold.add(lines, sitting.foretell([line for line in lines if line.is_taken]))
        yield lines


def bring_in(sheet_import: SheetImport, *, by: Account, tell: Tell = nobody) -> SheetImport:
    """Write a confirmed import to its end, from wherever it got to. Raises SheetRefused where its file is gone bad."""
    with seldom_collecting(), unmapped():
        return write_to_the_end(sheet_import, by=by, tell=tell)


def write_to_the_end(sheet_import: SheetImport, *, by: Account, tell: Tell) -> SheetImport:
    """Write chunk after chunk, and then what the rows left open."""
    sheet = open_given(sheet_import)
    written_to = sheet_import.written_to
    done = sheet.row_count - sum(1 for _row in sheet.rows(after=written_to)) if written_to else 0
    for lines in with_a_breath(lines_of(sheet, sheet_import, after=written_to)):
        sheet_import = operations.write_lines(sheet_import=sheet_import, lines=lines, by=by).sheet_import
        done += len(lines)
        tell(done, sheet.row_count)
    while sheet_import.done_at is None:
        sheet_import = operations.finish_lines(sheet_import=sheet_import, by=by)
        let_others_write()
    return sheet_import


def undo(sheet_import: SheetImport, *, by: Account, tell: Tell = nobody) -> SheetImport:
    """Undo an import to its end. Raises Refused where something builds on it."""
    sheet_import = import_undo.begin_undo(sheet_import=sheet_import, by=by, queued=False)
    while sheet_import.undone_at is None:
        sheet_import = import_undo.undo_rows(sheet_import=sheet_import, by=by)
        left = ImportRow.objects.filter(sheet_import=sheet_import).exclude(written=[]).count()
        tell(sheet_import.length - left, sheet_import.length)
        let_others_write()
    return sheet_import
