"""`m4c import commitments` and `m4c import progress`: what was promised, and what became of it."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from django.utils import timezone

from m4c.cli.groups import group_named
from m4c.cli.import_ import AS, FILE, MOVEMENT, importer, movement
from m4c.cli.import_signatures import import_
from m4c.commitments.operations.commitment_history import write_histories
from m4c.commitments.operations.commitment_sheet import WrittenCommitments, write_commitments
from m4c.commitments.operations.progress_sheet import WrittenProgress, write_progress
from m4c.commitments.sheets import progress_rows, rows
from m4c.commitments.sheets.columns import COMMITMENTS, PROGRESS
from m4c.commitments.sheets.headers import Laid, open_laid
from m4c.commitments.sheets.history_checks import with_history
from m4c.commitments.sheets.rows import SaidCommitment
from m4c.core.chunks import in_chunks, let_others_write
from m4c.core.errors import Refused
from m4c.people.models import Group
from m4c.people.operations.group import make_movement
from m4c.people.sheets.reading import Row

AT_ONCE = 200
GROUP = click.option("--group", "group_name", help="Whose commitments they are; the movement's own unless told.")
Said = TypeVar("Said")


@import_.command()
@click.argument("file", type=FILE)
@GROUP
@AS
def commitments(file: Path, group_name: str | None, as_: str) -> None:
    """Bring in commitments: who promised what, to whom, when, in which words, how measured, due when, if what.

    Columns: reference, speaker, office, made to, made on, occasion, words, measure kind, target, unit, due, recurs,
    condition, condition state, condition date, expires, source. The same row twice is once, and an import that was
    killed goes on when its file is given again. A later file may tell a new due date or a condition's new state; one
    that tells other terms is refused there, row by row. Whoever is not on record is made, marked for somebody to look.

    Example:  m4c import commitments promises.csv --format json
    """
    sheet = open_laid(file, COMMITMENTS)
    today = timezone.localdate()
    read, refused = each_row(sheet, lambda row: with_history(sheet, row, rows.read_row(sheet, row, today), today))
    group = whose(group_name)
    written = WrittenCommitments()
    for chunk in in_chunks(read, AT_ONCE):
        part = write_commitments(group=group, rows=chunk, at=timezone.now(), by=importer())
        for name in ("created", "updated", "powerholders", "refused"):
            getattr(written, name).extend(getattr(part, name))
        written.unchanged += part.unchanged
        let_others_write()
    written.reviewed = {each.pk for each in written.created if each.to_review}
    write_what_became(group, [row for row in read if row.history], written)
    told = {
        "rows": len(sheet.rows),
        "created": len(written.created),
        "unchanged": written.unchanged,
        "updated": len(written.updated),
        "needs_review": len(written.reviewed) + len(written.powerholders),
        "powerholders_created": [each.name for each in written.powerholders],
        "refused": as_refused([*refused, *written.refused]),
    }
    answer(told, as_, say_commitments)


@import_.command()
@click.argument("file", type=FILE)
@GROUP
@AS
def progress(file: Path, group_name: str | None, as_: str) -> None:
    """Bring in what became of commitments: reference, date, amount or note, evidence, who says so, kind.

    A count adds up; an amount or a percentage is the level reached. Where a row does not say who says so, the file
    does: it stands there as the movement's own record, by the file's name.

    Example:  m4c import progress progress.csv --format json
    """
    sheet = open_laid(file, PROGRESS)
    today = timezone.localdate()
    says_who = f"The movement's own record ({file.name[:100]})"
    read, refused = each_row(sheet, lambda row: progress_rows.read_row(sheet, row, today, says_who))
    group = whose(group_name)
    written = WrittenProgress()
    for chunk in in_chunks(read, AT_ONCE):
        part = write_progress(group=group, rows=chunk, at=timezone.now(), by=importer())
        written.created += part.created
        written.refused += part.refused
        written.unchanged += part.unchanged
        written.assumed += part.assumed
        let_others_write()
    told = {
        "rows": len(sheet.rows),
        "created": len(written.created),
        "unchanged": written.unchanged,
        "says_who_assumed": written.assumed,
        "refused": as_refused([*refused, *written.refused]),
    }
    answer(told, as_, say_progress)


def write_what_became(group: Group, read: list[SaidCommitment], written: WrittenCommitments) -> None:
    """Write the histories that JSON tells, once all are on record that they may name."""
    touched = {each.pk for each in (*written.created, *written.updated)}
    for chunk in in_chunks(read, AT_ONCE):
        part = write_histories(group=group, rows=chunk, at=timezone.now(), by=importer())
        written.reviewed |= {each.pk for each in part.grown if each.to_review}
        grown = [each for each in part.grown if each.pk not in touched]
        written.updated += grown
        written.unchanged -= len(grown)
        written.refused += part.refused
        let_others_write()


def whose(name: str | None) -> Group:
    """The group of this name, else the movement, made where the database is empty. Raises Refused."""
    return group_named(name) if name else movement() or make_movement(name=MOVEMENT, by=importer())


def each_row(sheet: Laid, read: Callable[[Row], Said]) -> tuple[list[Said], list[tuple[int, str]]]:
    """What the rows say, and those that are refused, each with the reason."""
    found: list[Said] = []
    refused = []
    for row in sheet.rows:
        try:
            found.append(read(row))
        except Refused as reason:
            refused.append((row.number, str(reason)))
    return found, refused


def as_refused(refused: Iterable[tuple[int, str]]) -> list[dict[str, Any]]:
    """The refused rows in the order of the sheet."""
    return [{"row": row, "reason": reason} for row, reason in sorted(refused)]


def answer(told: dict[str, Any], as_: str, say: Callable[[dict[str, Any]], None]) -> None:
    """Tell what came of the file, as data or in words."""
    if as_ == "json":
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    say(told)
    for each in told["refused"]:
        click.echo(f"Row {each['row']} was not taken. {each['reason']}")


def say_commitments(told: dict[str, Any]) -> None:
    """What came of a sheet of commitments, in words."""
    click.echo(
        f"New commitments: {told['created']}. Known already: {told['unchanged']}. Brought up to date: "
        f"{told['updated']}. To look at: {told['needs_review']}."
    )
    if told["powerholders_created"]:
        click.echo(f"Powerholders to look at: {', '.join(told['powerholders_created'])}.")


def say_progress(told: dict[str, Any]) -> None:
    """What came of a sheet of progress, in words."""
    click.echo(f"New entries: {told['created']}. Known already: {told['unchanged']}.")
    if told["says_who_assumed"]:
        click.echo(f"Of {told['says_who_assumed']} the file does not say who says so: they stand as our own record.")


__all__ = ["commitments", "import_", "progress"]
