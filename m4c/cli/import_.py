"""`m4c import`: sheets brought in, told about, and undone."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from m4c.cli.groups import find_group, group_named
from m4c.cli.shell import make_writable, prepare
from m4c.core.errors import Refused
from m4c.core.models.record import uid_of
from m4c.core.permissions import Role
from m4c.core.reading_file import unmapped
from m4c.leaders.models import TrainingSession
from m4c.people.imports import run
from m4c.people.imports.answer import Answer, answer_of
from m4c.people.imports.files import columns_of, fingerprint_of, guess_layout, keep_file, open_given, path_of
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.imports.settling import Reading
from m4c.people.models import Account, Group, ImportRow, SheetImport
from m4c.people.operations.group import make_group, make_movement
from m4c.people.operations.sheet_import import confirm_sheet, give_sheet, settle_sheet
from m4c.people.sheets.cells import parse_date
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.reading import open_sheet
from m4c.people.sheets.writing import write_refused
from m4c.places.postcodes import normalise

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
AS = click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would come of it, and keep nothing.")
MOVEMENT = "Movement for Change"
COUNTED = {
    "pledged_one_to_ones": "1-2-1s newly pledged",
    "pledged_house_meetings": "House meetings newly pledged",
    "one_to_ones": "New 1-2-1s",
    "house_meetings": "New house meetings",
    "suppressed": "Not to be written to",
    "attendances": "Newly on the event's list",
    "guests": "Guests they said they would bring",
    "concerns": "New concerns",
    "anonymous": "Of them without a name",
    "themes": "New themes",
}


@click.group("import")
def import_() -> None:
    """Bring in sign-in sheets, conversation logs and lists of people, with whatever headers people use.

    The same file twice changes nothing, a killed import goes on when its file is given again, and an import can be
    undone as a whole while nothing else builds on it.

    Example:  m4c import signin sheet.csv --group Cardiff --date "5 June 2010" --kind full
    """
    prepare()


@import_.command()
@click.argument("file", type=FILE)
@click.option("--group", "group_name", required=True, help="Whose session it was.")
@click.option("--date", "day", required=True, help="When: 2010-06-05, 5 June 2010 or 05/06/2010 (day first).")
@click.option("--kind", type=click.Choice(TrainingSession.Kind.values), required=True, help="Full, or a taster.")
@click.option("--create-group", is_flag=True, help="Make the group, where there is none of this name.")
@DRY_RUN
@AS
def signin(file: Path, group_name: str, day: str, kind: str, create_group: bool, dry_run: bool, as_: str) -> None:
    """Bring in the sign-in sheet of a training session: people, attendances, pledges, consents.

    Example:  m4c import signin signin_2010-06-05.csv --group Cardiff --date 2010-06-05 --kind full --create-group
    """
    details = {"day": clear_date(day).isoformat(), "session": kind}
    given = SheetImport(kind="signin", file_name=file.name, details=details)
    group = find_group(group_name) if create_group else group_named(group_name, instead="Or add --create-group.")
    bring_in(given, file, group, group_name, dry_run=dry_run, as_=as_)


@import_.command()
@click.argument("file", type=FILE)
@DRY_RUN
@AS
def conversations(file: Path, dry_run: bool, as_: str) -> None:
    """Bring in a log of 1-2-1s and house meetings. Leaders must be known by e-mail, or by a name that only one has.

    Example:  m4c import conversations log.xlsx --dry-run
    """
    given = SheetImport(kind="conversations", file_name=file.name)
    bring_in(given, file, movement(), MOVEMENT, dry_run=dry_run, as_=as_)


@import_.command("list")
@AS
def list_(as_: str) -> None:
    """List what was brought in, the latest first.

    Example:  m4c import list
    """
    found = SheetImport.objects.select_related("group")
    if as_ == "json":
        click.echo(json.dumps([as_row(each) for each in found]))
        return
    for each in found:
        click.echo(f"{each.uid}  {each.made_at:%Y-%m-%d}  {each.file_name} ({each.group}): {each.phase.label}")
    if not found:
        click.echo("Nothing was brought in yet: m4c import signin --help")


@import_.command()
@click.argument("import_id", metavar="ID")
@AS
def undo(import_id: str, as_: str) -> None:
    """Undo an import as a whole, while nothing else builds on it.

    Example:  m4c import undo 0197a1b2-0000-7000-8000-000000000000
    """
    found = import_of(import_id)
    with progress(found.file_name) as tell:
        undone = run.undo(found, by=importer(), tell=tell)
    if as_ == "json":
        click.echo(json.dumps(as_row(undone)))
    else:
        click.echo(f"Undone: “{undone.file_name}” left nothing behind, and may be given again.")


@import_.command()
@click.argument("import_id", metavar="ID")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write them; else printed.")
def refused(import_id: str, output: Path | None) -> None:
    """Write the refused rows of an import as CSV, each with the reason, to be mended and given again.

    Example:  m4c import refused 0197a1b2-0000-7000-8000-000000000000 --output mend.csv
    """
    found = import_of(import_id)
    rows = ImportRow.objects.filter(sheet_import=found).refused().values_list("cells", "reason")
    headers = found.layout["headers"]
    if output is None:
        write_refused(sys.stdout.buffer, headers, rows)
        return
    with make_writable(output).open("wb") as file:
        write_refused(file, headers, rows)
    click.echo(f"{len(rows)} rows are in {output}: mend them there and give it again.", err=True)


def bring_in(
    given: SheetImport, file: Path, group: Group | None, name: str, *, dry_run: bool, as_: str, source: str = ""
) -> None:
    """Bring a file in and tell what came of it, or only say what would; go on with one that was killed."""
    answer = written(given, file, group, name, dry_run=dry_run, source=source)
    if as_ == "json":
        click.echo(json.dumps(answer.as_json()))
    else:
        tell_answer(answer, dry_run)


def written(
    given: SheetImport, file: Path, group: Group | None, name: str, *, dry_run: bool, source: str = ""
) -> Answer:
    """What came of a file that was brought in, or would come of it; what is said of its columns goes to the side."""
    by = given.by = importer()
    sheet = open_sheet(file)
    given.layout = guess_layout(sheet, given.kind, source)
    if missing := IMPORT_KINDS[given.kind].missing(columns_of(given)):
        raise Refused(f"{missing} The page lets you say which column is which: /organise/import/")
    for sentence in Reading(given, sheet).remarks:
        click.echo(sentence, err=True)
    with progress(given.file_name) as tell, unmapped():
        if dry_run:
            if group:
                given.group = group
            given.fingerprint = fingerprint_of(file)
            answer = run.foretell(given, sheet, by=by, tell=tell)
        else:
            with file.open("rb") as opened:
                keep_file(given, opened)
            going = unfinished(given, group) or confirmed(given, group or new_group(name, given, by), by)
            answer = answer_of(run.bring_in(going, by=by, tell=tell))
    return answer


def importer() -> Account:
    """The software's own account for imports."""
    return Account.objects.of_system(Role.IMPORTER)


def clear_date(text: str) -> date:
    """The day that was typed. Raises Refused for one that could be misread."""
    found = parse_date(text)
    if found.value is None:
        raise Refused(found.problem or "Give the date of the session: --date 2010-06-05")
    if found.value > timezone.localdate():
        raise Refused(f"{found.value:%Y-%m-%d} is still to come: a sheet is brought in once the session was held.")
    return found.value


def movement() -> Group | None:
    """The movement's own group, if there is one yet."""
    return Group.objects.filter(kind=Group.Kind.MOVEMENT).first()


def new_group(name: str, given: SheetImport, by: Account) -> Group:
    """The group of this name, made below the movement, itself made where the database is empty. Its place on the map is
    the postcode district that most of the sheet's people come from.
    """
    root = movement() or make_movement(name=MOVEMENT, by=by)
    if name == MOVEMENT:
        return root
    return make_group(parent=root, name=name, place=name, postcode=usual_district(given), by=by)


def usual_district(given: SheetImport) -> str:
    """The commonest postcode district among a sheet's first rows; empty where they give none."""
    columns = columns_of(given)
    found = [normalise(columns.cell(row.cells, ColumnKind.POSTCODE)) for row in open_given(given).sample(200)]
    districts = Counter(postcode.district for postcode in found if postcode)
    return districts.most_common(1)[0][0] if districts else ""


def unfinished(given: SheetImport, group: Group | None) -> SheetImport | None:
    """The import of this very file that was killed before its end, if there is one; the new copy is not needed then."""
    same = SheetImport.objects.unfinished().filter(
        fingerprint=given.fingerprint, kind=given.kind, group=group, details=given.details
    )
    found = same.first()
    if found:
        path_of(given).replace(path_of(found))
    return found


def confirmed(given: SheetImport, group: Group, by: Account) -> SheetImport:
    """The import, taken and ready to be written."""
    taken = give_sheet(group=group, given=given, by=by)
    settle_sheet(groups=[group], sheet_import=taken, layout=given.layout, details=given.details, by=by, queued=False)
    return confirm_sheet(sheet_import=taken, by=by, queued=False)


def import_of(text: str) -> SheetImport:
    """The import of this id. Raises Refused where there is none."""
    uid = uid_of(text)
    found = SheetImport.objects.select_related("group", "by").filter(uid=uid).first() if uid else None
    if found is None:
        raise Refused(f"There is no import {text}. See them all with: m4c import list")
    return found


def as_row(found: SheetImport) -> dict[str, Any]:
    """An import, as `list` answers it."""
    return {
        "id": str(found.uid),
        "kind": found.kind,
        "group": found.group.name,
        "file": found.file_name,
        "details": found.details,
        "given_at": found.made_at.isoformat(),
        "state": found.phase.value,
    }


@contextmanager
def progress(name: str) -> Iterator[run.Tell]:
    """A progress bar on the error stream, so that the answer stays clean."""
    with Progress(console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task(name, total=None)
        yield lambda done, total: bars.update(bar, completed=done, total=total)


def tell_answer(answer: Answer, dry_run: bool) -> None:
    """The answer in words."""
    told = [("Rows", answer.rows), ("New people", answer.people_created), ("Known already", answer.people_matched)]
    told += [(words, answer.counts[name]) for name, words in COUNTED.items() if name in answer.counts]
    told.append(("To look at, on the page /organise/import/", answer.needs_review))
    click.echo("\n".join(f"{words}: {number}" for words, number in told))
    if dry_run:
        click.echo("Nothing was kept: this is what would come of it.")
    for row, reason in answer.refused:
        click.echo(f"Row {row} was not taken. {reason}")
    for row, remark in answer.remarks:
        click.echo(f"Row {row} {'would be' if dry_run else 'is'} in, with a remark: {remark}")
    if answer.refused and not dry_run:
        click.echo(f"Mend them and give them again: m4c import refused {answer.id} --output mend.csv")
    if not dry_run:
        click.echo(f"Id: {answer.id} (m4c import undo {answer.id})")
