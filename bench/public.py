"""Measures job 8: the public pages of events as strangers load them, beside plain Django and the bare web server.

    M4C_DATA=/tmp/bench python -m bench.public            SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.public  PostgreSQL

Besides, how soon a page says so when its event is called off. Builds its people past all operations in an empty
database: never point it at one in use.
"""

import json
import os
import time
from dataclasses import asdict, dataclass
from typing import Any

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench._limitless")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench import _events  # noqa: E402
from bench._empty import make_empty  # noqa: E402
from bench._load import Asked, Told, ask  # noqa: E402
from bench._servers import other, ours  # noqa: E402
from bench.reply import PLAIN, middle  # noqa: E402
from m4c.core.permissions import Role  # noqa: E402
from m4c.events.models import Event  # noqa: E402
from m4c.events.operations.event import call_off_event  # noqa: E402
from m4c.people.models import Account  # noqa: E402

PEOPLE = 20_000
PORTS = (8953, 8954, 8955)
CLIENTS, SECONDS, ROUNDS = 8, 3.0, 3
WITHIN = 1.0  # seconds in which a page says what changed
REFERENCE = "800 a second with 8 clients, p95 at most 3 ms with one, exact within 1 s; pretix 27 a second, 36 ms"


@dataclass(frozen=True)
class Row:
    """One page: how many a second with 8 clients, milliseconds with one, CPU milliseconds of each."""

    what: str
    rate: float
    p50: float
    p95: float
    cpu: float
    kilobytes: float
    wrong: int


def measured(what: str, url: str, expect: str, server: int) -> Row:
    """One client for the latency and eight for the rate, in rounds; the middle round of each."""
    asked = Asked(url, expect)
    ask(asked, clients=1, seconds=0.5, server=server)
    alone = [ask(asked, clients=1, seconds=SECONDS / 2, server=server) for _ in range(ROUNDS)]
    many = [ask(asked, clients=CLIENTS, seconds=SECONDS, server=server) for _ in range(ROUNDS)]
    one, eight = middle(alone), middle(many)
    figures = (eight.rate, one.at(0.5), one.at(0.95), eight.cpu_each, size_of([*alone, *many]))
    return Row(what, *(round(figure, 2) for figure in figures), sum(told.wrong for told in [*alone, *many]))


def size_of(rounds: list[Told]) -> float:
    """Kilobytes of an answer."""
    return max(told.size for told in rounds) / 1024


def seconds_until_told(event: Event, url: str) -> float:
    """How long a page that is loaded all the time still tells of an event that was called off."""
    call_off_event(event=event, at=timezone.now(), by=Account.objects.of_system(Role.OPERATOR))
    began = time.perf_counter()
    while time.perf_counter() - began < 10 * WITHIN:
        if not ask(Asked(url, "EventCancelled"), clients=1, seconds=0.01, server=os.getpid()).wrong:
            break
    return round(time.perf_counter() - began, 3)


def run(built: _events.Built) -> tuple[list[Row], float]:
    """All rows, and the seconds until a change was told."""
    event = list(built.events.values())[-1]
    page = reverse("public-event", kwargs={"uid": event.uid})
    pages = {
        "event": (page, "EventScheduled"),
        "event, in Welsh": (f"/cy{page}", "EventScheduled"),
        "list of events": (reverse("public-events"), "</html>"),
        "calendar of a group": (reverse("public-group-calendar", kwargs={"slug": "cardiff"}), "END:VCALENDAR"),
    }
    (settings.DATA_DIR / "bare.html").write_bytes(Client().get(page).content)
    with ours(PORTS[0]) as server:
        base = f"http://127.0.0.1:{PORTS[0]}"
        rows = [measured(what, base + path, expect, server.pid) for what, (path, expect) in pages.items()]
        told = seconds_until_told(event, base + page)
    with other(PORTS[1], "bench._wsgi:application", **PLAIN) as server:
        url = f"http://127.0.0.1:{PORTS[1]}/events/{event.pk}/"
        rows.append(measured("plain Django", url, "</html>", server.pid))
    with other(PORTS[2], "bench._bare:application") as server:
        rows.append(measured("the event's bytes, bare server", f"http://127.0.0.1:{PORTS[2]}/", "</html>", server.pid))
    return rows, told


@click.command()
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def main(as_: str) -> None:
    """Build, measure, print; 1 where an answer was not the page, or a change was not told in time."""
    make_empty()
    rows, told = run(_events.build(PEOPLE))
    answer(as_, rows, told)
    if told > WITHIN or any(row.wrong for row in rows):
        raise SystemExit(1)


def answer(as_: str, rows: list[Row], seconds: float) -> None:
    """Print what came out."""
    plain = rows[-2]
    told: list[dict[str, Any]] = [
        asdict(row) | {"of_plain": round(row.rate / plain.rate, 2), "cpu_of_plain": round(row.cpu / plain.cpu, 2)}
        for row in rows
    ]
    if as_ == "json":
        facts = {"job": 8, "database": connection.vendor, "clients": CLIENTS, "told_after_s": seconds}
        click.echo(json.dumps(facts | {"reference": REFERENCE, "rows": told}, indent=1))
        return
    click.echo(f"{connection.vendor}, {CLIENTS} clients; a change is told after {seconds} s")
    click.echo(f"{'':32}{'req/s':>8}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'KB':>7}{'of plain':>10}{'wrong':>7}")
    for row in told:
        figures = f"{row['rate']:>8.0f}{row['p50']:>8.2f}{row['p95']:>8.2f}{row['cpu']:>8.2f}{row['kilobytes']:>7.1f}"
        click.echo(f"{row['what']:32}{figures}{row['of_plain']:>10}{row['wrong']:>7}")
    click.echo(REFERENCE)


if __name__ == "__main__":
    main()
