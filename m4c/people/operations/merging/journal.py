"""Writes what a merge changes and keeps what was there before, so that all of it can be put back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from m4c.core.chunks import CHUNK, in_chunks
from m4c.core.errors import Refused
from m4c.people import ledger
from m4c.people.models import Account, Engagement, MergeTrace, Person, PersonMerge

Values = dict[str, Any]


class MergeRefused(Refused):
    """The two cannot be made one, or a merge cannot be undone; says in a sentence what stands in the way."""


class Journal:
    """One merge under way: who stays and who goes, when and by whom, and what it has done so far."""

    def __init__(self, keep: Person, other: Person, at: datetime, by: Account) -> None:
        self.keep, self.other, self.at, self.by = keep, other, at, by
        self.traces: list[MergeTrace] = []
        self.stale: list[models.Model] = []  # sources of the ledger whose rows must be written anew

    def move(self, model: type[models.Model], field: str, ids: Sequence[int]) -> None:
        """Let these rows point, by a field, at the person who stays instead of the one who goes."""
        column = model._meta.get_field(field).attname  # type: ignore[union-attr]
        for chunk in in_chunks(ids):
            model._default_manager.filter(pk__in=chunk).update(**{field: self.keep})
            self._trace(model, chunk, {column: self.other.pk}, {column: self.keep.pk})

    def change(self, record: models.Model, **values: Any) -> None:
        """Set and save what differs, by names of fields or columns."""
        before = columns_of(record)
        for name, value in values.items():
            setattr(record, name, value)
        after = columns_of(record)
        changed = {name for name in after if after[name] != before[name]}
        if changed:
            record.save(update_fields=sorted(changed))
            record.__dict__.setdefault("audit_changes", {}).update(dict.fromkeys(changed))
            self._trace(type(record), [record.pk], *({name: of[name] for name in changed} for of in (before, after)))
            if record._meta.label_lower in ledger.SOURCES:
                self.stale.append(record)

    def make(self, record: models.Model) -> None:
        """Write a new row."""
        record.save(force_insert=True)
        self._trace(type(record), [record.pk], None, columns_of(record))

    def remove(self, record: models.Model, instead: models.Model | None = None) -> None:
        """Take a row away; what hangs on it comes to hang on the one that stands instead of it."""
        if record._meta.label_lower in ledger.SOURCES:
            source = {"source_type": record._meta.label_lower, "source_id": record.pk}
            for row in Engagement.objects.filter(**source):
                self.remove(row)
        for relation in relations_to(type(record)):
            for row in relation.related_model._default_manager.filter(**{relation.field.name: record.pk}):
                if instead is None or not self._hang(row, relation.field.name, instead):
                    self.remove(row)
        self._trace(type(record), [record.pk], columns_of(record), None)
        type(record)._default_manager.filter(pk=record.pk).delete()

    def write_ledger(self) -> None:
        """Bring the ledger up to date with all that was changed."""
        stale: dict[type[models.Model], set[int]] = defaultdict(set)
        for record in [*self.stale, self.keep]:
            stale[type(record)].add(record.pk)
        for model, ids in stale.items():
            with self._watched(Engagement.objects.filter(source_type=model._meta.label_lower, source_id__in=ids)):
                ledger.write(model._default_manager.filter(pk__in=ids))

    def keep_with(self, merge: PersonMerge) -> None:
        """Keep what was done with the merge."""
        for position, trace in enumerate(self.traces):
            trace.merge, trace.position = merge, position
        MergeTrace.objects.bulk_create(self.traces, batch_size=CHUNK)

    def _hang(self, row: models.Model, field: str, instead: models.Model) -> bool:
        """Let a row hang on another one; False where that one has the like already."""
        before = getattr(row, f"{field}_id")
        setattr(row, field, instead)
        try:
            row.validate_unique()
            row.validate_constraints()
        except ValidationError:
            return False
        finally:
            setattr(row, f"{field}_id", before)
        self.change(row, **{f"{field}_id": instead.pk})
        return True

    @contextmanager
    def _watched(self, rows: "models.QuerySet[Any]") -> Any:
        """Keep what becomes of these rows while somebody else writes them."""
        before = {row.pk: columns_of(row) for row in rows.all()}
        yield
        after = {row.pk: columns_of(row) for row in rows.all()}
        for pk in sorted(before.keys() | after.keys()):
            old, new = before.get(pk), after.get(pk)
            if old is not None and new is not None:
                changed = {name for name in new if new[name] != old[name]}
                old, new = ({name: of[name] for name in changed} for of in (old, new))
            if old or new:
                self._trace(rows.model, [pk], old, new)

    def _trace(
        self,
        model: type[models.Model],
        ids: list[int],
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        given = [None if of is None else {name: plain(value) for name, value in of.items()} for of in (before, after)]
        self.traces.append(MergeTrace(table=model._meta.label_lower, ids=ids, before=given[0], after=given[1]))


def columns_of(record: models.Model) -> Values:
    """All columns of a row but its key, by name."""
    return {
        field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields if not field.primary_key
    }


def plain(value: Any) -> Any:
    """A value as JSON holds it, and as a field reads it again."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value


def relations_to(model: type[models.Model]) -> Iterable[Any]:
    """All relations by which rows of their own table point at a model; of many-to-many those of the table between."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            yield relation
