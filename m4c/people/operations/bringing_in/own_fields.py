"""Writes what a list says in columns that are called like fields of our own."""

from collections.abc import Sequence
from datetime import datetime

from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import made
from m4c.people.models import Account, OwnValue
from m4c.people.names import fold
from m4c.people.own_fields.values import as_kept, fields_named


def fill_in(lines: Sequence[Line], headers: Sequence[str], *, by: Account, at: datetime) -> None:
    """Fill in the fields that the account may read, where nothing stands yet; what is no answer is told of."""
    places = sorted({place for line in lines for place in line.said.own})
    fields = fields_named((headers[place] for place in places), by) if places else {}
    if not fields:
        return
    people = {line.person.pk for line in lines if line.person}
    rows = OwnValue.objects.filter(person__in=people, field__in=fields.values())
    there = set(rows.values_list("person_id", "field_id"))
    new: list[tuple[Line, OwnValue]] = []
    for line in lines:
        for place, text in line.said.own.items():
            own = fields.get(fold(headers[place]))
            if own is None or line.person is None or (line.person.pk, own.pk) in there:
                continue
            try:
                kept = as_kept(own, text)
            except ValueError as problem:
                line.tell(str(problem))
                continue
            there.add((line.person.pk, own.pk))
            new.append((line, OwnValue(person=line.person, field=own, value=kept, set_by=by, set_at=at)))
    OwnValue.objects.bulk_create([value for _line, value in new], batch_size=500)
    for line, value in new:
        line.traces.append(made(value))
