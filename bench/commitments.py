"""Measures the boards of commitments, in the workspace and in public, beside plain Django.

    M4C_DATA=/tmp/bench python -m bench.commitments --number 10000            SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.commitments --number 10000  PostgreSQL

All in one process, one request after the other, each answer looked at; the public board is made anew for each, as for
the first stranger after a change. Builds its commitments past all operations in an empty database: never point it at
one in use.
"""

import json
import os
from collections.abc import Iterator
from typing import Any

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench._limitless")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench import _commitments, _plain_commitments, _plain_settings  # noqa: E402
from bench._empty import make_empty  # noqa: E402
from bench._inside import Times, get, measure, say, statements_of  # noqa: E402
from m4c.commitments.models import Commitment  # noqa: E402
from m4c.core.public_version import bump  # noqa: E402
from m4c.people.models import Account  # noqa: E402

REFERENCE = "p95 at most 100 ms, at most 10 statements"


@click.command()
@click.option("--number", type=int, default=10_000, show_default=True, help="How many commitments.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def main(number: int, as_: str) -> None:
    """Build, measure, print."""
    say("Making an empty database ...")
    make_empty()
    say(f"Making {number:,} commitments ...")
    account = _commitments.build(number)
    _plain_commitments.build()
    rows = list(jobs(account))
    told = {
        "database": connection.vendor,
        "commitments": Commitment.objects.count(),
        "reference": REFERENCE,
        "jobs": rows,
    }
    if as_ == "json":
        click.echo(json.dumps(told, indent=1))
        return
    click.echo(f"{number:,} commitments, {connection.vendor}: {REFERENCE}")
    click.echo(f"{'page':34}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'SQL':>5}{'of plain':>10}")
    for row in rows:
        figures = "".join(f"{row['ours'][name]:>8.1f}" for name in ("p50", "p95", "cpu"))
        click.echo(f"{row['what']:34}{figures}{row['statements']:>5}{row['of_plain']:>10}")


def jobs(account: Account) -> Iterator[dict[str, Any]]:
    """The workspace's board, a list of one status, and the public board, beside the plain one."""
    with override_settings(ROOT_URLCONF="bench._plain_commitments", MIDDLEWARE=_plain_settings.MIDDLEWARE):
        plain = measure(get(Client()), ["/commitments/"])
    client = Client()
    client.force_login(account)
    board = reverse("commitments")
    yield row("the workspace's board", client, board, plain)
    yield row("its list of one status", client, f"{board}?status=overdue", plain)
    yield row("the public board, made anew", Client(), reverse("public-commitments"), plain, anew=True)


def row(what: str, client: Client, address: str, plain: Times, *, anew: bool = False) -> dict[str, Any]:
    """One page; `anew` has a kept page made anew for each request."""

    def asked(of: str) -> None:
        if anew:
            bump()
        get(client)(of)

    statements = statements_of(Fresh(client) if anew else client, address)  # type: ignore[arg-type]
    ours = measure(asked, [address])
    told = {"ours": vars(ours), "plain": vars(plain)}
    return {"what": what, "statements": statements, **told, "of_plain": round(ours.cpu / plain.cpu, 2)}


class Fresh:
    """A client to whom each page is made anew."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def get(self, address: str) -> Any:
        """A page that nobody has asked for since the last change."""
        bump()
        return self.client.get(address)


if __name__ == "__main__":
    main()
