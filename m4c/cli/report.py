"""`m4c report`: what the movement can say about itself."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from m4c.cli.groups import group_named
from m4c.cli.shell import prepare
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.insight.pdf import pdf_of
from m4c.insight.presentation import Presentation
from m4c.insight.so_far import Period, Reading
from m4c.insight.standalone import html_of
from m4c.insight.text import text_of
from m4c.people.models import Account

FORMATS = ["text", "json", "html", "pdf"]


@click.group()
def report() -> None:
    """Reports, counted from the records and never typed in.

    Example:  m4c report so-far --from 2010-06-01 --to 2010-09-30 --group Cardiff
    """
    prepare()


@report.command("so-far")
@click.option("--from", "first", required=True, metavar="DAY", help="The first day, as in 2010-06-01.")
@click.option("--to", "last", required=True, metavar="DAY", help="The last day, itself included.")
@click.option("--group", "name", help="A group and those below it, by name; everything where none is named.")
@click.option("--format", "as_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to answer.")
@click.option("--output", type=click.Path(path_type=Path), help="The file to write; the screen where none is named.")
def so_far(first: str, last: str, name: str | None, as_: str, output: Path | None) -> None:
    """The Movement So Far: trained, pledged, arranged, held and followed up, by place, session and leader.

    Example:  m4c report so-far --from 2010-06-01 --to 2010-09-30 --format pdf --output so-far.pdf
    """
    if as_ == "pdf" and output is None and is_screen():
        raise Refused("A PDF is nothing to read on a screen: name a file with --output FILE.")
    reading = Reading(
        period=Period(day(first), day(last)),
        group=group_named(name) if name else None,
        account=Account.objects.of_system(Role.OPERATOR),
    )
    write(made(reading, as_, colour=output is None and is_screen()), output)


def is_screen() -> bool:
    """Whether the answer goes to somebody's terminal, and not to a file or another program."""
    return sys.stdout.isatty()


def day(text: str) -> date:
    """A day written as in 2010-06-01 or 01/06/2010. Raises Refused for anything else."""
    written = text.strip()
    if written.count("/") == 2:
        written = "-".join(part.zfill(2) for part in reversed(written.split("/")))
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refused(f"“{text}” is not a day: write it as in 2010-06-01.") from None


def made(reading: Reading, as_: str, *, colour: bool) -> bytes:
    """The report in this format."""
    if as_ == "pdf":
        return pdf_of(reading)
    if as_ == "json":
        return (json.dumps(reading.report.as_json(), ensure_ascii=False, indent=1) + "\n").encode()
    if as_ == "html":
        return html_of(reading).encode()
    return text_of(Presentation.of(reading), colour=colour).encode()


def write(content: bytes, output: Path | None) -> None:
    """Write to a file, or where the command's answer goes. Raises Refused for a file that cannot be written."""
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise Refused(f"{output} cannot be written: {error.strerror}.") from None
