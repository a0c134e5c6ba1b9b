"""`m4c export`: people out, with a purpose that is kept on record, and the calendar of events."""

import sys
from contextlib import nullcontext
from datetime import datetime, timedelta
from pathlib import Path

import click
from django.utils import timezone

from m4c.cli.groups import group_named
from m4c.cli.report import write as put
from m4c.cli.shell import make_writable, prepare
from m4c.core.permissions import Role
from m4c.events import exporting
from m4c.events.models import Event
from m4c.events.public import public_events
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
    click.echo("1 person is in it." if count == 1 else f"{count} people are in it.", err=True)


@export.command()
@click.option("--format", "as_", type=click.Choice(exporting.FORMATS), required=True, help="Which kind of file.")
@click.option("--group", "name", help="A group and those below it, by name; everything where none is named.")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="The first day, as in 2026-06-01.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="The last day, itself included.")
@click.option("--public", "public_only", is_flag=True, help="Those alone that everybody may see.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it; else printed.")
def events(
    as_: str, name: str | None, since: datetime | None, until: datetime | None, public_only: bool, output: Path | None
) -> None:
    """Take events out: a calendar, CSV, or JSON in the shape of OSDI. No names of people are in it.

    Example:  m4c export events --format ics --group Cardiff --output cardiff.ics
    """
    by = Account.objects.of_system(Role.OPERATOR)
    found = public_events() if public_only else Event.objects.visible_to(by).select_related("group")
    group = group_named(name) if name else None
    if group:
        found = found.of_group(group)
    if since:
        found = found.filter(starts_at__gte=timezone.make_aware(since))
    if until:
        found = found.filter(starts_at__lt=timezone.make_aware(until) + timedelta(days=1))
    rows = found.with_turnout(by)
    put(exporting.as_file(rows if public_only else rows.with_place(by), as_, str(group or "m4c")), output)
