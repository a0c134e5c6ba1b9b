"""Undo imports while nothing else builds on them, and forget those that ended long ago."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people import tasks  # as a module: it imports this one
from m4c.people.imports.built_on import built_on
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.models import Account, ImportRow, SheetImport
from m4c.people.operations.bringing_in.holding import CHUNK, ImportRefused, lock, traces_of
from m4c.people.operations.bringing_in.taking_back import take_back
from m4c.people.permissions import FORGET_IMPORTS, IMPORT_PEOPLE

Phase = SheetImport.Phase
KEPT = timedelta(days=30)  # rows and files, after which an import can no longer be undone


@operation(IMPORT_PEOPLE, on="sheet_import")
def begin_undo(*, sheet_import: SheetImport, by: Account, queued: bool = True) -> SheetImport:
    """Let the import be undone as a whole, in the background unless its caller does it.

    Raises ImportRefused with what builds on it, or when it is too long ago.
    """
    held = lock(sheet_import, Phase.WRITING, Phase.DONE, Phase.UNDOING)
    if held.forgotten_at:
        raise ImportRefused(_("It is too long ago: what it wrote is no longer kept apart."), code="forgotten")
    rows = ImportRow.objects.filter(sheet_import=held)
    if sentence := built_on(traces_of(rows), rows) or IMPORT_KINDS[held.kind].built_on(held):
        raise ImportRefused(_("It cannot be undone. {why}").format(why=sentence), code="built_on")
    change(held, problem="")
    if held.undo_at is None:
        change(held, undo_at=timezone.now())
    if queued:
        tasks.undo_sheet.enqueue(held.pk, by.pk)
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


@operation(FORGET_IMPORTS, on=None)
def forget_imports(*, before: datetime, at: datetime, by: Account) -> list[SheetImport]:
    """Forget the words and traces of imports that ended before a time, which can then not be undone any more, and
    whatever was given before it and never brought in.
    """
    ended = SheetImport.objects.filter(Q(done_at__lt=before) | Q(undone_at__lt=before), forgotten_at=None)
    forgotten = list(ended.filter(Q(undo_at=None) | Q(undone_at__isnull=False)))
    rows = ImportRow.objects.filter(sheet_import__in=[each.pk for each in forgotten])
    rows.update(cells=[], remark="", left_open="", written=[])
    SheetImport.objects.filter(pk__in=[each.pk for each in forgotten]).update(forgotten_at=at)
    never = SheetImport.objects.filter(confirmed_at=None, made_at__lt=before)
    dropped = list(never)
    never.delete()
    return [*forgotten, *dropped]
