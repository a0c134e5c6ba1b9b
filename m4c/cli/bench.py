"""`m4c bench`: the measured jobs, on data of their own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from urllib.parse import urlsplit

import click
import psycopg
from django.conf import settings
from psycopg import sql

from m4c.core.errors import Refused

SIZES = ["1k", "10k", "100k", "1m"]
size_option = click.option(
    "--size", type=click.Choice(SIZES), default="10k", show_default=True, help="How many people."
)
as_option = click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")


@click.group()
def bench() -> None:
    """Measure, beside plain Django and the bare database in the same run. Nothing of yours is touched.

    On SQLite, or with DATABASE_URL on that server, in a database made for it and dropped afterwards.

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
    """Run one measurement on a data folder that goes afterwards, and end as it ends, by settings of its own choice."""
    if not (settings.BASE_DIR / "bench" / f"{name}.py").exists():
        raise Refused("The measurements come with the source of the software, and are not here.")
    command = [sys.executable, "-m", f"bench.{name}", *words]
    surroundings = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    with tempfile.TemporaryDirectory(prefix="m4c-bench-") as data, own_database() as url:
        surroundings |= {"M4C_DATA": data, "DATABASE_URL": url}
        done = subprocess.run(command, cwd=settings.BASE_DIR, env=surroundings, check=False)
    if done.returncode:
        click.echo(f"m4c bench {name} failed: what it said stands above.", err=True)
    sys.exit(done.returncode)


@contextmanager
def own_database() -> Iterator[str]:
    """The address of an empty database beside the one that DATABASE_URL names, gone afterwards; "" for SQLite."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield ""
        return
    name = sql.Identifier(f"m4c_bench_{os.getpid()}")
    try:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(sql.SQL("CREATE DATABASE {}").format(name))
    except psycopg.Error as error:
        raise Refused(f"A database to measure in cannot be made beside yours: {error}") from error
    try:
        yield urlsplit(url)._replace(path=f"/m4c_bench_{os.getpid()}").geturl()
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
