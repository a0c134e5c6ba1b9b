"""Bring sheets in: take a file, settle how it reads, and write its rows in chunks that each stand whole."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people import tasks  # as a module: it imports this one
from m4c.people.imports.kinds import IMPORT_KINDS, Line
from m4c.people.imports.matcher import Matcher
from m4c.people.models import Account, Group, ImportRow, SheetImport
from m4c.people.operations.bringing_in.entering import enter
from m4c.people.operations.bringing_in.holding import CHUNK, ImportRefused, Progress, lock
from m4c.people.operations.bringing_in.rows import keep, standing
from m4c.people.permissions import IMPORT_PEOPLE

Phase = SheetImport.Phase


@operation(IMPORT_PEOPLE, on="group")
def give_sheet(*, group: Group, given: SheetImport, by: Account) -> SheetImport:
    """Take a file for a group. `given` is not saved yet: it says kind, file name, fingerprint and what was guessed."""
    given.group, given.by = group, by
    given.save(force_insert=True)
    return given


@operation(IMPORT_PEOPLE, on="groups", every=True)
def settle_sheet(
    *,
    groups: Sequence[Group],
    sheet_import: SheetImport,
    layout: Mapping[str, Any],
    details: Mapping[str, Any],
    by: Account,
    queued: bool = True,
) -> SheetImport:
    """Say how the file reads and what its kind asks. The first of `groups` is whose it is; all that it was or is to be
    are named. What was read of it before is forgotten, and unless its caller does it, it is read in the background.

    Raises ImportRefused once it was brought in.
    """
    if sheet_import.confirmed_at:
        raise ImportRefused(_("This sheet has been brought in already."), code="confirmed")
    ImportRow.objects.filter(sheet_import=sheet_import).delete()
    change(
        sheet_import,
        group=groups[0],
        layout=dict(layout),
        details=dict(details),
        problem="",
        length=0,
        settled_at=timezone.now(),
        read_at=None,
    )
    if queued:
        tasks.read_sheet.enqueue(sheet_import.pk, by.pk)
    return sheet_import


@operation(IMPORT_PEOPLE, on="sheet_import")
def keep_forecast(*, sheet_import: SheetImport, lines: Sequence[Line], by: Account) -> SheetImport:
    """Keep what a look at some lines foretells, for the preview."""
    keep(sheet_import, lines)
    return sheet_import


@operation(IMPORT_PEOPLE, on="sheet_import")
def end_reading(
    *,
    sheet_import: SheetImport,
    by: Account,
    length: int = 0,
    counts: Mapping[str, int] | None = None,
    problem: str = "",
) -> SheetImport:
    """The file was read to its end, and this would be new; or to a problem that sends it back to be settled anew."""
    if problem:
        change(sheet_import, problem=problem[:300], settled_at=None)
    else:
        change(sheet_import, read_at=timezone.now(), length=length, counts=dict(counts or {}))
    return sheet_import


@operation(IMPORT_PEOPLE, on="sheet_import")
def confirm_sheet(*, sheet_import: SheetImport, by: Account, queued: bool = True) -> SheetImport:
    """Let the sheet be written, in the background unless its caller does it; one that stopped goes on.

    Raises ImportRefused for one that was not settled, or is undone.
    """
    if sheet_import.settled_at is None or sheet_import.undo_at:
        raise ImportRefused(_("Look at the columns of this sheet first."), code="not_settled")
    if sheet_import.confirmed_at is None:
        change(sheet_import, confirmed_at=timezone.now(), counts={})
    change(sheet_import, problem="")
    if queued and sheet_import.done_at is None:
        tasks.write_sheet.enqueue(sheet_import.pk, by.pk)
    return sheet_import


@operation(IMPORT_PEOPLE, on="sheet_import")
def stop_sheet(*, sheet_import: SheetImport, problem: str, by: Account) -> SheetImport:
    """Say why an import could not go on; it stays where it got to."""
    change(sheet_import, problem=problem[:300])
    return sheet_import


@operation(IMPORT_PEOPLE, on="sheet_import")
def write_lines(*, sheet_import: SheetImport, lines: Sequence[Line], by: Account) -> Progress:
    """Match and write some hundred lines, and how far it got. Lines that were written before are left out, so that
    writing twice is writing once. Raises ImportRefused when the import is not being written.
    """
    held = lock(sheet_import, Phase.WRITING)
    lines = [line for line in lines if line.number > held.written_to]
    if not lines:
        return Progress(held)
    sitting = IMPORT_KINDS[held.kind].sitting(held)
    Matcher(by, above=lambda ids: standing(held, ids)).match(lines, sitting)
    taken = [line for line in lines if line.is_taken]
    people = enter([line for line in taken if line.comes_in], source=sitting.source, joins_all=sitting.joins_all)
    written = sitting.write(taken)
    keep(held, lines, people)
    counts = {name: held.counts.get(name, 0) + number for name, number in written.counts.items()}
    change(held, written_to=lines[-1].number, counts=held.counts | counts, made=[*held.made, *written.made])
    return Progress(held, list({line.person.pk: line.person for line in taken if line.person}.values()))


@operation(IMPORT_PEOPLE, on="sheet_import")
def finish_lines(*, sheet_import: SheetImport, by: Account) -> SheetImport:
    """The second pass over up to 500 rows that left something open; the last one ends the import."""
    held = lock(sheet_import, Phase.WRITING)
    waiting = ImportRow.objects.filter(sheet_import=held, number__gt=held.finished_to).exclude(left_open="")
    rows = list(waiting.order_by("number")[:CHUNK])
    IMPORT_KINDS[held.kind].finish(held, rows)
    ImportRow.objects.bulk_update(rows, ["left_open", "remark", "written"], batch_size=100)
    if rows:
        change(held, finished_to=rows[-1].number)
    if len(rows) < CHUNK:
        length = ImportRow.objects.filter(sheet_import=held).count()
        change(held, length=length, done_at=timezone.now())
    return held


@operation(IMPORT_PEOPLE, on="sheet_import")
def drop_sheet(*, sheet_import: SheetImport, by: Account) -> SheetImport:
    """Forget a file that was given and never brought in. Raises ImportRefused once it was confirmed."""
    if sheet_import.confirmed_at:
        raise ImportRefused(_("This sheet has been brought in: undo it instead."), code="confirmed")
    SheetImport.objects.filter(pk=sheet_import.pk).delete()
    return sheet_import
