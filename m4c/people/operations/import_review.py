"""Answer whether the new person of a doubtful row is somebody we knew."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.imports.built_on import built_on
from m4c.people.models import Account, ImportRow, Person, SheetImport
from m4c.people.operations.bringing_in.holding import ImportRefused, Progress, lock
from m4c.people.operations.bringing_in.moving import move
from m4c.people.permissions import IMPORT_PEOPLE

Phase = SheetImport.Phase


@operation(IMPORT_PEOPLE, on="row")
def say_same_person(*, row: ImportRow, by: Account) -> Progress:
    """The row's new person is the candidate after all: what the import wrote moves, and the double goes.

    Raises ImportRefused when the row is answered, the candidate is not seen, or something else builds on the double.
    """
    held = lock(row.sheet_import, Phase.DONE)
    candidate = Person.objects.visible_to(by).filter(pk=row.candidate_id or 0).first()
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
