"""`m4c bench`: the measured jobs, on data of their own."""

import os
import subprocess
import sys
import tempfile
from typing import NoReturn

import click
from django.conf import settings

from m4c.core.errors import Refused

SIZES = ["1k", "10k", "100k", "1m"]
size_option = click.option(
    "--size", type=click.Choice(SIZES), default="10k", show_default=True, help="How many people."
)
as_option = click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")


@click.group()
def bench() -> None:
    """Measure, beside plain Django and the bare database in the same run. Nothing of yours is touched.

    Example:  m4c bench people --size 10k --format json
    """


@bench.command()
@size_option
@as_option
def people(size: str, as_: str) -> None:
    """Search, list, a person's page and a segment, on people made up for it in a folder that goes afterwards.

    Example:  m4c bench people --size 100k
    """
    measure("people", "--size", size, "--format", as_)


@bench.command()
@size_option
@as_option
def reply(size: str, as_: str) -> None:
    """Replies to a public event without an account, sent to a server of their own as browsers send them.

    Example:  m4c bench reply --size 100k --format json
    """
    measure("reply", "--size", size, "--format", as_)


@bench.command()
@as_option
def public(as_: str) -> None:
    """The public page of an event, the list and a calendar, as strangers load them.

    Example:  m4c bench public --format json
    """
    measure("public", "--format", as_)


@bench.command()
@click.option("--size", type=click.Choice(["1000", "20000"]), default="1000", help="How many are on the list.")
@as_option
def door(size: str, as_: str) -> None:
    """People let in at a door by one phone and by eight, an assembly of 1,000, and what is there after kill -9.

    Example:  m4c bench door --format json
    """
    measure("door", "--size", size, "--format", as_)


@bench.command()
@as_option
def board(as_: str) -> None:
    """The coding board with 2,000 concerns on a phone: paint, frames, and what a move costs. Needs Chromium.

    Example:  m4c bench board --format json
    """
    measure("board", "--format", as_)


@bench.command()
@click.option("--number", type=click.IntRange(10, 100_000), default=10_000, show_default=True, help="How many.")
@as_option
def commitments(number: int, as_: str) -> None:
    """The boards of commitments, in the workspace and in public, beside plain Django.

    Example:  m4c bench commitments --format json
    """
    measure("commitments", "--number", str(number), "--format", as_)


def measure(name: str, *words: str) -> NoReturn:
    """Run one measurement on a data folder that goes afterwards, and end as it ends."""
    if not (settings.BASE_DIR / "bench" / f"{name}.py").exists():
        raise Refused("The measurements come with the source of the software, and are not here.")
    with tempfile.TemporaryDirectory(prefix="m4c-bench-") as data:
        surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        command = [sys.executable, "-m", f"bench.{name}", *words]
        done = subprocess.run(command, cwd=settings.BASE_DIR, env=surroundings | {"M4C_DATA": data}, check=False)
    sys.exit(done.returncode)
