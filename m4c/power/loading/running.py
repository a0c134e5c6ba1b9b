"""A file of office-holders from its first row to its last: foretold, or written some hundred rows at a time."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.chunks import in_chunks, let_others_write
from m4c.people.models import Account
from m4c.power.loading.book import Book
from m4c.power.loading.ending import endings
from m4c.power.loading.opening import AUTO, day_in_name, open_table
from m4c.power.loading.planning import Counted, Plan
from m4c.power.loading.rows import HolderRow, Table
from m4c.power.loading.settling import settled
from m4c.power.models import PowerLoad
from m4c.power.operations.loading import begin_load, end_tenures, finish_load, write_holders

Tell = Callable[[int, int], None]


@dataclass
class Loaded:
    """What came of a file, or would; as it stood on which day; what else is to be said of it."""

    source: str
    counted: Counted
    as_it_stood: date
    remarks: list[str]
    load: PowerLoad | None = None


def load_file(
    path: Path,
    *,
    source: str = AUTO,
    apply: bool,
    is_whole: bool = False,
    by: Account,
    at: datetime,
    tell: Tell = lambda done, of: None,
) -> Loaded:
    """Foretell what a file would change, or with `apply` write it; safe to be killed and run again.

    `is_whole` says that it names everybody of the bodies and offices in it, so that whoever is missing is out.
    `tell` is given how many rows of how many were gone through. Raises Refused for a file that is no such table.
    """
    table = open_table(path, source)
    plan, rows = looked_over(table, path, timezone.localdate(at))
    if apply:
        plan.load = begin_load(
            source=table.source, file_name=path.name, digest=digest_of(path), as_it_stood=plan.as_it_stood, at=at, by=by
        )
    done = 0
    for chunk in in_chunks(table.rows()):
        if apply:
            write_holders(plan=plan, rows=chunk, by=by)
            let_others_write()
        else:
            settled(plan, chunk)
        done += len(chunk)
        tell(done, rows)
    for ending in endings(plan, is_whole=table.is_whole, is_sworn=is_whole):
        if apply:
            end_tenures(endings=ending, by=by)
    if plan.load:
        finish_load(load=plan.load, plan=plan, by=by)
    return Loaded(table.source, plan.counted, plan.as_it_stood, [*table.remarks, *remarks_on(plan)], plan.load)


def looked_over(table: Table, path: Path, today: date) -> tuple[Plan, int]:
    """The plan of a file after a first reading, in which nothing is kept but who and when; and how many rows it has."""
    plan = Plan(Book(today), table.source, today, day_in_name(path))
    rows, newest = 0, None
    for row in table.rows():
        rows += 1
        plan.look_over(row)
        if isinstance(row, HolderRow):
            told = row.source_on or (row.started_on if row.is_elected_then else None)
            newest = max(filter(None, (newest, told)), default=None)
    saved = timezone.localdate(datetime.fromtimestamp(path.stat().st_mtime, tz=UTC))
    plan.as_it_stood = min(newest or plan.day_told or saved, today)
    return plan, rows


def remarks_on(plan: Plan) -> Iterator[str]:
    """What else should be known of a file."""
    if plan.counted.before_boundaries:
        yield _("{number} rows are of terms that ended before today's constituencies, and were left out.").format(
            number=plan.counted.before_boundaries
        )
    for count, held in plan.in_part:
        sentence = _(
            "It names {count} where {held} are on record: that looks like a part, so nobody is ended for missing. "
            "If it is all of them, say so: --whole"
        )
        yield sentence.format(count=count, held=held)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
