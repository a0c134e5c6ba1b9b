"""Bring sheets in: take a file, settle what it holds, write it in chunks, review what was doubtful, undo it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.imports.built_on import built_on
from m4c.people.imports.kinds import IMPORT_KINDS, Line
from m4c.people.imports.matcher import Matcher
from m4c.people.imports.traces import Trace
from m4c.people.models import Account, Group, ImportRow, Person, SheetImport
from m4c.people.operations.bringing_in.entering import enter
from m4c.people.operations.bringing_in.moving import move
from m4c.people.operations.bringing_in.rows import keep, standing
from m4c.people.operations.bringing_in.taking_back import take_back
from m4c.people.permissions import IMPORT_PEOPLE

Phase = SheetImport.Phase
CHUNK = 500
KEPT = timedelta(days=30)  # rows and files, after which an import can no longer be undone


class ImportRefused(Refused):
    """The import is not at the point where this can be done, or something stands against it."""


@dataclass
class Progress:
    """What one step of an import touched: the import itself, and the people it wrote."""

    sheet_import: SheetImport
    people: Sequence[Person] = field(default_factory=list)

    @property
    def touched(self) -> list[models.Model]:
        """For the audit entry."""
        return [self.sheet_import, *self.people]


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
) -> SheetImport:
    """Say how the file reads and what its kind asks. The first of `groups` is whose it is; all that it was or is to be
    are named. It can then be read, and what was read of it before is forgotten. Raises ImportRefused.
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
def confirm_sheet(*, sheet_import: SheetImport, by: Account) -> SheetImport:
    """Let the sheet be written. Raises ImportRefused for one that was not settled, or is undone."""
    if sheet_import.settled_at is None or sheet_import.undo_at:
        raise ImportRefused(_("Look at the columns of this sheet first."), code="not_settled")
    if sheet_import.confirmed_at is None:
        change(sheet_import, confirmed_at=timezone.now(), counts={})
    return sheet_import


@operation(IMPORT_PEOPLE, on="sheet_import")
def write_lines(*, sheet_import: SheetImport, lines: Sequence[Line], by: Account) -> Progress:
    """Match and write up to 500 lines, and how far it got. Lines that were written before are left out, so that
    writing twice is writing once. Raises ImportRefused when the import is not being written.
    """
    held = lock(sheet_import, Phase.WRITING)
    lines = [line for line in lines if line.number > held.written_to]
    if not lines:
        return Progress(held)
    sitting = IMPORT_KINDS[held.kind].sitting(held)
    Matcher(by, above=lambda ids: standing(held, ids)).match(lines, sitting)
    taken = [line for line in lines if line.is_taken]
    people = enter(taken, source=sitting.source, joins_all=sitting.joins_all)
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
    ImportRow.objects.bulk_update(rows, ["left_open", "written"], batch_size=100)
    if rows:
        change(held, finished_to=rows[-1].number)
    if len(rows) < CHUNK:
        length = ImportRow.objects.filter(sheet_import=held).count()
        change(held, length=length, done_at=timezone.now())
    return held


@operation(IMPORT_PEOPLE, on="sheet_import")
def begin_undo(*, sheet_import: SheetImport, by: Account) -> SheetImport:
    """Let the import be undone as a whole. Raises ImportRefused with what builds on it, or when it is too long ago."""
    held = lock(sheet_import, Phase.WRITING, Phase.DONE, Phase.UNDOING)
    if held.forgotten_at:
        raise ImportRefused(_("It is too long ago: what it wrote is no longer kept apart."), code="forgotten")
    rows = ImportRow.objects.filter(sheet_import=held)
    if sentence := built_on(traces_of(rows), rows) or IMPORT_KINDS[held.kind].built_on(held):
        raise ImportRefused(_("It cannot be undone. {why}").format(why=sentence), code="built_on")
    if held.undo_at is None:
        change(held, undo_at=timezone.now())
    return held


@operation(IMPORT_PEOPLE, on="sheet_import")
def undo_rows(*, sheet_import: SheetImport, by: Account) -> SheetImport:
    """Take back what up to 500 rows wrote, the last first, and in the end what was made once for the whole sheet;
    that stays where others have come to use it.
    """
    held = lock(sheet_import, Phase.UNDOING)
    rows = ImportRow.objects.filter(sheet_import=held).exclude(written=[])
    chunk = list(rows.order_by("-number")[:CHUNK])
    take_back([trace for row in reversed(chunk) for trace in row.written])
    ImportRow.objects.filter(pk__in=[row.pk for row in chunk]).update(written=[])
    if len(chunk) < CHUNK:
        if built_on(held.made, rows) is None:
            take_back(held.made)
        change(held, made=[], undone_at=timezone.now())
    return held


@operation(IMPORT_PEOPLE, on="row")
def say_same_person(*, row: ImportRow, by: Account) -> Progress:
    """The row's new person is the candidate after all: what the import wrote moves, and the double goes.

    Raises ImportRefused when the row is answered, the candidate is not seen, or something else builds on the double.
    """
    held = lock(row.sheet_import, Phase.DONE)
    candidate = Person.objects.visible_to(by).filter(pk=row.candidate_id).first()
    if row.answer or not row.doubt or candidate is None or row.person is None:
        raise ImportRefused(_("There is nothing to say about this row any more."), code="answered")
    rows = ImportRow.objects.filter(sheet_import=held)
    traces = [
        trace for written in rows.filter(person=row.person).values_list("written", flat=True) for trace in written
    ]
    if sentence := built_on(traces, rows):
        raise ImportRefused(_("They cannot be made one here. {why}").format(why=sentence), code="built_on")
    move(held, row, candidate)
    change(row, answer=ImportRow.Answer.SAME, answered_by=by, answered_at=timezone.now())
    return Progress(held, [candidate])


@operation(IMPORT_PEOPLE, on="row")
def say_someone_else(*, row: ImportRow, by: Account) -> Progress:
    """The row's new person is nobody we knew. Raises ImportRefused when that was answered before."""
    if row.answer or not row.doubt:
        raise ImportRefused(_("There is nothing to say about this row any more."), code="answered")
    change(row, answer=ImportRow.Answer.OTHER, answered_by=by, answered_at=timezone.now())
    return Progress(row.sheet_import, [row.person] if row.person else [])


@operation(IMPORT_PEOPLE, on="sheet_import")
def drop_sheet(*, sheet_import: SheetImport, by: Account) -> SheetImport:
    """Forget a file that was given and never brought in. Raises ImportRefused once it was confirmed."""
    if sheet_import.confirmed_at:
        raise ImportRefused(_("This sheet has been brought in: undo it instead."), code="confirmed")
    SheetImport.objects.filter(pk=sheet_import.pk).delete()
    return sheet_import


def traces_of(rows: "models.QuerySet[ImportRow]") -> list[Trace]:
    """All that these rows wrote."""
    return [trace for written in rows.values_list("written", flat=True) for trace in written]


def lock(sheet_import: SheetImport, *phases: Phase) -> SheetImport:
    """The import, read anew and held until the end of the transaction, and with it all writing of imports: two may not
    make the same person at once. Raises ImportRefused when it is in none of these phases.
    """
    list(Group.objects.select_for_update().filter(kind=Group.Kind.MOVEMENT))
    held = SheetImport.objects.select_for_update(of=("self",)).select_related("group", "by").get(pk=sheet_import.pk)
    if held.phase not in phases:
        raise ImportRefused(_("This sheet is {phase}.").format(phase=held.phase.label), code="wrong_phase")
    return held
