"""Measures job 6: replies to a public event without an account, beside plain Django, each as a browser sends them.

    M4C_DATA=/tmp/bench python -m bench.reply --size 10k            SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.reply --size 10k  PostgreSQL

One in five is by somebody on record. When all is sent our server is killed at once, and what it answered is looked
for. Builds its people past all operations in an empty database: never point it at one in use.
"""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any
from urllib.parse import urlencode

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench._limitless")
django.setup()

from django.db import connection  # noqa: E402 - Django must be set up first
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench import _events, _plain_events  # noqa: E402
from bench._empty import make_empty  # noqa: E402
from bench._load import Asked, Told, ask, visitor  # noqa: E402
from bench._servers import kill, other, ours  # noqa: E402
from m4c.events.models import Event, LetterToSomebody, Reply  # noqa: E402
from m4c.website.public_forms import QUICKEST  # noqa: E402
from m4c.website.reply_forms import ReplyForm  # noqa: E402

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}
PORTS = (8951, 8952)
CLIENTS, SECONDS, ROUNDS = 8, 4.0, 3
KNOWN_EVERY = 5
MOST_STATEMENTS = 30
PLAIN = {"DJANGO_SETTINGS_MODULE": "bench._plain_settings"}
REFERENCE = "300 a second with 8 clients, p95 at most 8 ms with one, 30 statements; pretix 15 a second, 81/103 ms"


@dataclass(frozen=True)
class Row:
    """Replies to one event: how many a second with 8 clients, milliseconds with one, CPU milliseconds of each."""

    what: str
    rate: float
    p50: float
    p95: float
    cpu: float
    statements: int | None = None
    wrong: int = 0


def forms(people: int, stamp: str, numbers: Iterator[int]) -> Iterator[str]:
    """What is sent: somebody new each time, and one in five on record who has not replied yet, from the end on."""
    for number in numbers:
        known = people - 1 - number // KNOWN_EVERY
        is_known = number % KNOWN_EVERY == 0 and known >= 0
        one = _events.person(known) if is_known else None
        yield urlencode(
            {
                "given_name": one.given_name if one else f"New{number % 877}",
                "family_name": one.family_name if one else f"Comer{number}",
                "email": f"person{known}@example.org" if one else f"comer{number}@example.org",
                "guests": number % 3,
                "names": "Idris" if number % 3 else "",
                "stamp": stamp,
            }
        )


def measured(what: str, asked: Callable[[], Asked], server: int, statements: int | None = None) -> Row:
    """One client for the latency and eight for the rate, in rounds; the middle round of each."""
    ask(asked(), clients=1, seconds=0.5, server=server)
    alone = [ask(asked(), clients=1, seconds=SECONDS / 2, server=server) for _ in range(ROUNDS)]
    many = [ask(asked(), clients=CLIENTS, seconds=SECONDS, server=server) for _ in range(ROUNDS)]
    one, eight = middle(alone), middle(many)
    wrong = sum(told.wrong for told in [*alone, *many])
    figures = (eight.rate, one.at(0.5), one.at(0.95), eight.cpu_each)
    return Row(what, *(round(figure, 2) for figure in figures), statements, wrong)


def middle(rounds: list[Told]) -> Told:
    """The round with the middle rate."""
    return sorted(rounds, key=lambda told: told.rate)[len(rounds) // 2]


def statements_of(event: Event, sent: Iterator[str]) -> int:
    """The most statements that a reply takes, of somebody on record or new, once all is warm."""
    client, most = Client(), 0
    for number in range(2 * KNOWN_EVERY):
        connection.force_debug_cursor = number >= KNOWN_EVERY
        before = len(connection.queries_log)
        post(client, event, next(sent))
        most = max(most, len(connection.queries_log) - before)
    connection.force_debug_cursor = False
    return most


def post(client: Client, event: Event, form: str) -> None:
    """One reply in this very process."""
    kind = "application/x-www-form-urlencoded"
    answer = client.post(path_of(event), form, content_type=kind, headers={"X-Forwarded-For": visitor()})
    if answer.status_code != 302:
        raise SystemExit(f"A reply was not taken: it was answered with status {answer.status_code}.")


def path_of(event: Event) -> str:
    """Where it is sent."""
    return reverse("public-reply", kwargs={"uid": event.uid})


def run(built: _events.Built, stamp: str) -> tuple[list[Row], int]:
    """All rows, and how many replies were answered and are not there after our server was killed."""
    rows, numbers = [], count()

    def sent() -> Iterator[str]:
        return forms(built.people, stamp, numbers)

    answered = Reply.objects.count()
    for what, event in built.events.items():
        statements = statements_of(event, sent())
        with ours(PORTS[0]) as server:
            url = f"http://127.0.0.1:{PORTS[0]}{path_of(event)}"
            rows.append(measured(what, lambda url=url: Asked(url, "replied/", 302, sent()), server.pid, statements))
            kill(server, signal.SIGKILL)
    with other(PORTS[1], "bench._wsgi:application", **PLAIN) as server:
        url = f"http://127.0.0.1:{PORTS[1]}/events/{event.pk}/reply/"
        rows.append(measured("plain Django", lambda: Asked(url, "replied/", 302, sent()), server.pid))
    kept = Reply.objects.count() - answered
    letters = LetterToSomebody.objects.count()
    return rows, abs(letters - kept)


@click.command()
@click.option("--size", type=click.Choice(list(SIZES)), default="10k", show_default=True, help="How many people.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def main(size: str, as_: str) -> None:
    """Build, measure, print; 1 where a reply was lost, doubled or answered wrongly, or takes too many statements."""
    make_empty()
    built = _events.build(SIZES[size])
    _plain_events.build()
    stamp = ReplyForm().fresh_stamp
    time.sleep(QUICKEST + 0.5)  # nobody fills in a form faster
    connection.close()
    rows, adrift = run(built, stamp)
    answer(as_, size, rows, adrift)
    if adrift or any(row.wrong or (row.statements or 0) > MOST_STATEMENTS for row in rows):
        raise SystemExit(1)


def answer(as_: str, size: str, rows: list[Row], adrift: int) -> None:
    """Print what came out."""
    plain = rows[-1]
    told: list[dict[str, Any]] = [
        asdict(row) | {"of_plain": round(row.rate / plain.rate, 2), "cpu_of_plain": round(row.cpu / plain.cpu, 2)}
        for row in rows
    ]
    if as_ == "json":
        facts = {"job": 6, "database": connection.vendor, "people": SIZES[size], "clients": CLIENTS}
        click.echo(json.dumps(facts | {"adrift": adrift, "reference": REFERENCE, "rows": told}, indent=1))
        return
    click.echo(f"{SIZES[size]:,} people, {connection.vendor}, {CLIENTS} clients; {adrift} replies without their letter")
    click.echo(f"{'':18}{'req/s':>8}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'SQL':>5}{'of plain':>10}{'wrong':>7}")
    for row in told:
        figures = f"{row['rate']:>8.0f}{row['p50']:>8.2f}{row['p95']:>8.2f}{row['cpu']:>8.2f}"
        click.echo(f"{row['what']:18}{figures}{row['statements'] or '':>5}{row['of_plain']:>10}{row['wrong']:>7}")
    click.echo(REFERENCE)


if __name__ == "__main__":
    main()
