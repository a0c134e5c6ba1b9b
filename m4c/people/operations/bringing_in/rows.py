"""Keeps what became of each row."""

from collections.abc import Collection, Hashable, Mapping, Sequence

from django.db.models import Min
from django.utils.translation import gettext as _

from m4c.core.inserting import insert_many
from m4c.people.imports.kinds import Line
from m4c.people.models import ImportRow, Person, SheetImport

LONGEST = 300  # characters of a sentence on a row


def keep(sheet_import: SheetImport, lines: Sequence[Line], people: Mapping[Hashable, Person] | None = None) -> None:
    """Write the rows of these lines over what a look at them had foretold. `people` are those in hand, by their key;
    without them the rows are a forecast.
    """
    span = ImportRow.objects.filter(
        sheet_import=sheet_import, number__gte=lines[0].number, number__lte=lines[-1].number
    )
    span.delete()
    insert_many(row_of(sheet_import, line, people or {}) for line in lines)


def row_of(sheet_import: SheetImport, line: Line, people: Mapping[Hashable, Person]) -> ImportRow:
    """What is kept of a line."""
    candidate = line.candidate
    other = people.get(candidate.key) if candidate else None
    row = ImportRow(
        sheet_import=sheet_import,
        number=line.number,
        cells=line.cells,
        fate=line.fate,
        reason=line.reason[:LONGEST],
        doubt=line.doubt,
        remark=line.remark[:LONGEST],
        left_open=line.left_open[:LONGEST],
        written=line.traces,
    )
    row.candidate_id = other.pk if other else (candidate.person_id if candidate else None)
    row.person_id = line.person.pk if line.person else (line.known.person_id if line.known else None)
    if candidate and row.candidate_id is None and isinstance(candidate.key, tuple):
        row.remark = _("Perhaps the same person as on row {row}.").format(row=candidate.key[1])
    return row


def standing(sheet_import: SheetImport, ids: Collection[int]) -> dict[int, int]:
    """On which written row each of these people stands first."""
    rows = ImportRow.objects.filter(sheet_import=sheet_import, number__lte=sheet_import.written_to, person__in=ids)
    return dict(rows.order_by().values_list("person").annotate(Min("number")))
