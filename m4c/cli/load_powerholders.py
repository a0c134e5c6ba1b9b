"""`m4c load powerholders`: who holds which office, from a public table."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from m4c.cli.load import load
from m4c.core.permissions import Role
from m4c.people.models import Account
from m4c.power.loading.running import Loaded, Tell, load_file
from m4c.power.loading.vintage import sentence_of_age
from m4c.power.models import PowerLoad

MOST_TOLD = 20  # of areas and of refused rows, in words; all of them are in the JSON answer
SOURCES = ["auto", *PowerLoad.Source.values]


@load.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", type=click.Choice(SOURCES), default="auto", help="What sort of file; told by its content.")
@click.option("--apply", is_flag=True, help="Write it; without this nothing changes, and the counts are foretold.")
@click.option("--whole", is_flag=True, help="It names all who hold these offices: whoever is missing is out.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def powerholders(file: Path, source: str, apply: bool, whole: bool, as_: str) -> None:
    """Load who holds which office: our own table, Popolo, Democracy Club, the Members API, Open Council Data.

    Nothing is deleted: whoever is out of office has an end date. A file ends only who was followed in a seat that it
    names, and with --whole whoever it lacks of the bodies and offices in it. The same file twice changes nothing; one
    that was broken off goes on when it is given again.

    Example:  m4c load powerholders councillors.csv --apply
    """
    with progress(file.name) as tell:
        loaded = load_file(
            file,
            source=source,
            apply=apply,
            is_whole=whole,
            by=Account.objects.of_system(Role.IMPORTER),
            at=timezone.now(),
            tell=tell,
        )
    for remark in loaded.remarks:
        click.echo(remark, err=True)
    if as_ == "json":
        click.echo(json.dumps(loaded.counted.as_json(), ensure_ascii=False))
    else:
        say(loaded, apply=apply)


def say(loaded: Loaded, *, apply: bool) -> None:
    """What came of it in words."""
    counted = loaded.counted
    click.echo(f"{PowerLoad.Source(loaded.source).label}, as it stood on {loaded.as_it_stood:%-d %B %Y}.")
    if age := sentence_of_age(loaded.as_it_stood, timezone.localdate()):
        click.echo(str(age))
    for words, count in (
        ("New", counted.new),
        ("Changed", counted.changed),
        ("Ended", counted.ended),
        ("Unchanged", counted.unchanged),
    ):
        click.echo(f"{words}: {count}")
    listed = list(counted.unmatched)
    if listed:
        click.echo(f"Areas that are not in our lists, or of another vintage: {len(listed)}")
        click.echo("  " + "; ".join(listed[:MOST_TOLD]) + (" ..." if len(listed) > MOST_TOLD else ""))
    if counted.refused:
        click.echo(f"Refused: {len(counted.refused)}")
    for refused in counted.refused[:MOST_TOLD]:
        click.echo(f"  Row {refused.number}: {refused.reason}")
    if len(counted.refused) > MOST_TOLD:
        click.echo("  ... all of them: --format json")
    if not apply:
        click.echo("Nothing was written. To write it, say it again with --apply.")


@contextmanager
def progress(title: str) -> Iterator[Tell]:
    """A bar on the terminal, beside the answer; none where nobody looks."""
    with Progress(console=Console(file=sys.stderr), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


__all__ = ["load", "powerholders"]
