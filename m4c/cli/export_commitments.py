"""`m4c export commitments` and `m4c export progress`: files that the import reads again."""

from collections.abc import Callable
from pathlib import Path

import click
from django.db.models import QuerySet

from m4c.cli.export import export
from m4c.cli.groups import group_named
from m4c.cli.report import write
from m4c.commitments.models import Commitment
from m4c.commitments.sheets.exporting import FORMATS, commitments_file, progress_file
from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.people.sight import within

AS = click.option("--format", "as_", type=click.Choice(FORMATS), required=True, help="Which kind of file.")
GROUP = click.option("--group", "name", help="A group and those below it, by name; everything where none is named.")
OUTPUT = click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it; else printed."
)


@export.command()
@AS
@GROUP
@OUTPUT
def commitments(as_: str, name: str | None, output: Path | None) -> None:
    """Take commitments out, as `m4c import commitments` reads them again. No name of our own people is in it.

    Example:  m4c export commitments --format csv --output commitments.csv
    """
    take_out(commitments_file, as_, name, output)


@export.command()
@AS
@GROUP
@OUTPUT
def progress(as_: str, name: str | None, output: Path | None) -> None:
    """Take out what became of commitments, as `m4c import progress` reads it again.

    Example:  m4c export progress --format csv --output progress.csv
    """
    take_out(progress_file, as_, name, output)


def take_out(
    made: "Callable[[QuerySet[Commitment], str], bytes]", as_: str, name: str | None, output: Path | None
) -> None:
    """Write the file of these commitments."""
    found = Commitment.objects.visible_to(Account.objects.of_system(Role.OPERATOR))
    if name:
        found = found.filter(within("group__path", group_named(name)))
    write(made(found, as_), output)


__all__ = ["commitments", "export", "progress"]
