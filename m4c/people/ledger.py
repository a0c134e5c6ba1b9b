"""The engagement ledger's sources: how rows are written with their record, withdrawn with it, and rebuilt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from m4c.core.chunks import CHUNK, in_chunks
from m4c.core.inserting import insert_many
from m4c.core.register import Register
from m4c.people.models import Engagement

# What a row says beyond its identity.
CONTENT = ["leader_id", "other_id", "at", "occasion", "group_id", "tier", "author_id"]

Row = tuple[str, int, str, int]  # source type, source id, kind, person id: what makes a row one


@dataclass(frozen=True)
class Source:
    """A kind of record that the ledger follows.

    `rows` gives the ledger rows, unsaved, of some of its records (none for one that no longer counts); it fetches
    what it needs itself, in a constant number of queries.
    """

    model: type[models.Model]
    rows: Callable[[Sequence[Any]], Iterable[Engagement]]

    @property
    def name(self) -> str:
        """How rows name the source: `events.attendance`."""
        return self.model._meta.label_lower


SOURCES: Register[Source] = Register("Records that the engagement ledger follows.")


def follow(source: Source) -> None:
    """Register a source, from an app's `ready()`."""
    SOURCES.add(source.name, source)


def write(records: Iterable[models.Model]) -> None:
    """Bring the ledger up to date with these records: to be called in the transaction that wrote them."""
    for chunk in in_chunks(records):
        for name in dict.fromkeys(record._meta.label_lower for record in chunk):
            of_source = [record for record in chunk if record._meta.label_lower == name]
            bring_up_to_date(SOURCES[name], of_source)


def add(records: Iterable[models.Model]) -> None:
    """Write the rows of records that the ledger says nothing of yet: `write` without looking for what stands there."""
    for chunk in in_chunks(records):
        for name in dict.fromkeys(record._meta.label_lower for record in chunk):
            insert_many(SOURCES[name].rows([record for record in chunk if record._meta.label_lower == name]))


def withdraw(records: Iterable[models.Model]) -> None:
    """Take these records' rows out of the ledger: to be called before the records go."""
    for chunk in in_chunks(records):
        for name in dict.fromkeys(record._meta.label_lower for record in chunk):
            ids = [record.pk for record in chunk if record._meta.label_lower == name]
            Engagement.objects.filter(source_type=name, source_id__in=ids).delete()


def rebuild() -> dict[str, int]:
    """Write the whole ledger anew from the records. Returns how many rows were added, changed and withdrawn."""
    total = {"added": 0, "changed": 0, "withdrawn": 0}
    for source in SOURCES.all():
        last = 0
        while True:
            chunk = list(source.model._default_manager.filter(pk__gt=last).order_by("pk")[:CHUNK])
            orphans = Engagement.objects.filter(source_type=source.name, source_id__gt=last)
            if chunk:
                orphans = orphans.filter(source_id__lte=chunk[-1].pk)
            withdrawn, _ = orphans.exclude(source_id__in=[record.pk for record in chunk]).delete()
            total["withdrawn"] += withdrawn
            if not chunk:
                break
            for what, number in bring_up_to_date(source, chunk).items():
                total[what] += number
            last = chunk[-1].pk
    unknown, _ = Engagement.objects.exclude(source_type__in=SOURCES.names()).delete()
    total["withdrawn"] += unknown
    return total


def bring_up_to_date(source: Source, records: Sequence[Any]) -> dict[str, int]:
    """Make the ledger say exactly what these records of one source say; counts of what it took."""
    wanted = {identity(row): row for row in source.rows(records)}
    ids = [record.pk for record in records]
    present = {identity(row): row for row in Engagement.objects.filter(source_type=source.name, source_id__in=ids)}
    added = [row for key, row in wanted.items() if key not in present]
    gone = [row.pk for key, row in present.items() if key not in wanted]
    changed = []
    for key in wanted.keys() & present.keys():
        new, old = wanted[key], present[key]
        if content(new) != content(old):
            new.pk = old.pk
            changed.append(new)
    insert_many(added)
    Engagement.objects.bulk_update(changed, CONTENT, batch_size=CHUNK)
    if gone:
        Engagement.objects.filter(pk__in=gone).delete()
    return {"added": len(added), "changed": len(changed), "withdrawn": len(gone)}


def identity(row: Engagement) -> Row:
    """What makes a ledger row one."""
    return row.source_type, row.source_id, row.kind, row.person_id


def content(row: Engagement) -> tuple[Any, ...]:
    """What a ledger row says beyond its identity."""
    return tuple(getattr(row, name) for name in CONTENT)
