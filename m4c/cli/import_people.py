"""`m4c import people`: lists of people from the tools that organisers used before."""

from pathlib import Path

import click

from m4c.cli.groups import find_group, group_named
from m4c.cli.import_ import AS, DRY_RUN, FILE, MOVEMENT, bring_in, import_, movement
from m4c.core.errors import Refused
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.imports.sources import AUTO, SOURCES, recognise
from m4c.people.imports.sources.base import PEOPLE
from m4c.people.imports.sources.plain import PLAIN
from m4c.people.models import SheetImport
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.list_files import CLEANED, UNSUBSCRIBED
from m4c.people.sheets.reading import Sheet, open_sheet


@import_.command()
@click.argument("file", type=FILE)
@click.option("--source", type=click.Choice([AUTO, *SOURCES]), default=AUTO, help="The tool that wrote it.")
@click.option("--group", "group_name", help="By which group they come in; the movement itself unless told.")
@click.option("--create-group", is_flag=True, help="Make the group, where there is none of this name.")
@click.option("--holds", type=click.Choice([PEOPLE, UNSUBSCRIBED, CLEANED]), help="What its rows are, if not as told.")
@click.option("--agreed", default="", help="The words that everybody in the file agreed to be e-mailed by.")
@DRY_RUN
@AS
def people(
    file: Path,
    source: str,
    group_name: str | None,
    create_group: bool,
    holds: str | None,
    agreed: str,
    dry_run: bool,
    as_: str,
) -> None:
    """Bring in a list of people: Action Network, NationBuilder, CiviCRM, Mailchimp, Google, vCard, or any sheet.

    Nobody is taken to have agreed to anything unless a column or --agreed says so; every "do not" is obeyed.

    Example:  m4c import people export.csv --source nationbuilder --group Cardiff --dry-run
    """
    chosen, sheet = "" if source == AUTO else source, open_sheet(file)
    if chosen:
        check_source(chosen, sheet)
    given = SheetImport(kind="people", file_name=file.name)
    given.details = told_of(file, sheet, agreed=agreed, holds=holds)
    group = movement()
    if group_name is not None:
        group = find_group(group_name) if create_group else group_named(group_name, instead="Or add --create-group.")
    bring_in(given, file, group, group_name or MOVEMENT, source=chosen, dry_run=dry_run, as_=as_)


def check_source(name: str, sheet: Sheet) -> None:
    """Raise Refused where the sheet is not of the tool that was named: what it says would be read past."""
    named, found = SOURCES[name], recognise(sheet.headers)
    if name == PLAIN.name or named is found:
        return
    if found is not PLAIN and not named.told_by(sheet.headers):
        raise Refused(f"This is a list from {found.title}, not from {named.title}: leave --source away.")
    rows = [row.cells for row in sheet.sample()]
    of_named, of_any = (tool.guess(sheet.headers, rows).columns.kinds for tool in (named, PLAIN))
    if ColumnKind.EMAIL in of_any and ColumnKind.EMAIL not in of_named:
        raise Refused(f"{named.title} does not call its columns like this: leave --source away.")


def told_of(file: Path, sheet: Sheet, *, agreed: str, holds: str | None) -> dict[str, str]:
    """What the file does not say itself: what its rows are, and what they agreed to."""
    guessed = IMPORT_KINDS["people"].guess(file.name, sheet.headers)
    return guessed | {"agreed": agreed} | ({"holds": holds} if holds else {})


__all__ = ["import_", "people"]
