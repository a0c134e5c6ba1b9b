"""Keeps what became of each row."""

from collections.abc import Collection, Hashable, Mapping, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from m4c.core.inserting import insert_columns
from m4c.core.prepared import prepared
from m4c.people.imports.kinds import Line
from m4c.people.models import ImportRow, Person, SheetImport
from m4c.people.written import by_sql, one_of

LONGEST = 300  # characters of a sentence on a row


def keep(sheet_import: SheetImport, lines: Sequence[Line], people: Mapping[Hashable, Person] | None = None) -> None:
    """Write the rows of these lines over what a look at them had foretold. `people` are those in hand, by their key;
    without them the rows are a forecast.
    """
    span = ImportRow.objects.filter(
        sheet_import=sheet_import, number__gte=lines[0].number, number__lte=lines[-1].number
    )
    span.delete()
    candidates = [candidate_of(line, people or {}) for line in lines]
    insert_columns(
        ImportRow,
        sheet_import_id=sheet_import.pk,
        number=[line.number for line in lines],
        cells=[line.cells for line in lines],
        fate=[line.fate for line in lines],
        reason=[line.reason[:LONGEST] for line in lines],
        doubt=[line.doubt for line in lines],
        candidate_id=[candidate_id for candidate_id, _remark in candidates],
        person_id=[person_of(line) for line in lines],
        remark=[(remark or line.remark)[:LONGEST] for line, (_id, remark) in zip(lines, candidates, strict=True)],
        left_open=[line.left_open[:LONGEST] for line in lines],
        written=[line.traces for line in lines],
    )


def person_of(line: Line) -> int | None:
    """Whom a line was written for, by id, or who it would be."""
    return line.person.pk if line.person else (line.known.person_id if line.known else None)


def candidate_of(line: Line, people: Mapping[Hashable, Person]) -> tuple[int | None, str]:
    """Who it may yet be, by id; where they are on no record, what tells of it."""
    candidate = line.candidate
    if candidate is None:
        return None, ""
    other = people.get(candidate.key)
    found = other.pk if other else candidate.person_id
    if found is None and isinstance(candidate.key, tuple):
        return None, _("Perhaps the same person as on row {row}.").format(row=candidate.key[1])
    return found, ""


def standing(sheet_import: SheetImport, ids: Collection[int]) -> dict[int, int]:
    """On which written row each of these people stands first."""
    first: dict[int, int] = {}
    for of, person_id, number in standing_of(list(ids)):  # of all imports: a person stands on few rows of any
        if of == sheet_import.pk and number <= sheet_import.written_to:
            first[person_id] = min(number, first.get(person_id, number))
    return first


@prepared
def standing_of(people: list[int]) -> QuerySet[ImportRow, tuple[int, int, int]]:
    """Of which imports, and on which rows, these people stand."""
    rows = ImportRow.objects.filter(by_sql("person", one_of(people))).order_by()
    return rows.values_list("sheet_import_id", "person_id", "number")
