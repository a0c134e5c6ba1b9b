"""`m4c export`: people out, with a purpose that is kept on record."""

import sys
from contextlib import nullcontext
from pathlib import Path

import click
from django.utils import timezone

from m4c.cli.shell import make_writable, prepare
from m4c.core.permissions import Role
from m4c.people.exports.fields import USUAL
from m4c.people.exports.files import write
from m4c.people.models import Account
from m4c.people.operations.people_export import Wanted, keep_export, request_export

FORMATS = ["csv", "xlsx", "vcard", "json"]


@click.group()
def export() -> None:
    """Take records out. Who, when, how many and what for stays on record.

    Example:  m4c export people --format csv --purpose "Invitations to the assembly" --output people.csv
    """
    prepare()


@export.command()
@click.option(
    "--filter",
    "asked_for",
    default="",
    metavar="ADDRESS",
    help="The list of people's own as it is filtered, or saved=...; what follows its ? is enough.",
)
@click.option("--format", "as_", type=click.Choice(FORMATS), required=True, help="Which kind of file.")
@click.option("--purpose", required=True, help="What it is for.")
@click.option("--recipient", default="", help="Who receives it outside the movement.")
@click.option("--with-died", is_flag=True, help="With those who died.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it; else printed.")
def people(asked_for: str, as_: str, purpose: str, recipient: str, with_died: bool, output: Path | None) -> None:
    """Take people out: CSV with Action Network's column names, Excel, vCard or JSON. Never anybody kept safe.

    Example:  m4c export people --filter "group=cardiff" --format vcard --purpose "Phones of the stall team"
    """
    by = Account.objects.of_system(Role.OPERATOR)
    wanted = Wanted(
        format=as_,
        purpose=purpose,
        chosen=USUAL,
        asked_for=asked_for.rpartition("?")[2],
        recipient=recipient,
        with_died=with_died,
    )
    to = make_writable(output) if output else None
    asked = request_export(groups=[], wanted=wanted, by=by, at=timezone.now(), queued=False)
    with to.open("wb") if to else nullcontext(sys.stdout.buffer) as file:
        count = write(asked, file)
    keep_export(export=asked, count=count, by=by, at=timezone.now())
    click.echo(f"{count} people are in it.", err=True)
