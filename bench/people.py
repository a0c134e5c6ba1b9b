"""Measures finding people, their list, a person's page and a segment, beside plain Django and the bare database.

    M4C_DATA=/tmp/bench python -m bench.people --size 10k            SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.people --size 10k  PostgreSQL

Jobs 2, 3, 4 and 9, by four sights: everyone, a twelfth, about a 190th, one small group; the worst counts. Ours and
plain Django each in a web server of its own, asked over HTTP by one client and by eight, each answer looked at; raw SQL
in this process. Builds its people past all operations in an empty database: never point it at one in use.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench._limitless")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench import _people, _people_jobs, _plain  # noqa: E402
from bench._empty import make_empty  # noqa: E402
from bench._inside import Times, measure, say, statements_of  # noqa: E402
from bench._load import Told, Visiting, ask  # noqa: E402
from bench._people_jobs import Job  # noqa: E402
from bench._servers import other, ours  # noqa: E402

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}
PORTS = (8953, 8954)
PLAIN = {"DJANGO_SETTINGS_MODULE": "bench._plain_people_settings"}
CLIENTS, SECONDS, WARMING, ROUNDS = 8, 0.5, 0.3, 3
REFERENCES = {
    2: "at most 10 ms (p95); Action Populaire 69 ms, Tendenci 257 ms, stock admin 70 ms at 100k",
    3: "within 4 times plain Django, the last page as the first; Tryton 41 ms, Tendenci 1,072 ms at 100k",
    4: "within 5 times plain Django; Tryton's data 9 ms, Tendenci's page 107 ms at 100k",
    9: "at most 3 times raw SQL, 100 ms at 100k; no other has it",
}


@dataclass(frozen=True)
class Served:
    """Pages of a server: milliseconds with one client, how many a second with eight, CPU milliseconds of each."""

    p50: float
    p95: float
    rate: float
    cpu: float


@dataclass(frozen=True)
class Row:
    """One job in one sight, beside the same work in plain Django and raw; None where there is none."""

    job: int
    what: str
    scope: str
    statements: int
    ours: Served
    plain: Served | None
    raw: Times | None

    @property
    def told(self) -> dict[str, Any]:
        """As JSON has it, with its reference, and how many times the work of others it takes.

        Beside plain Django by CPU time, and by how many a second are answered; beside raw work by CPU time, but on
        PostgreSQL, which does it in a process of its own, by milliseconds.
        """
        figure = "p50" if connection.vendor == "postgresql" else "cpu"
        times = {
            "of_plain": self.plain and round(self.ours.cpu / self.plain.cpu, 2),
            "rate_of_plain": self.plain and round(self.plain.rate / self.ours.rate, 2),
            "of_raw": self.raw and round(getattr(self.ours, figure) / getattr(self.raw, figure), 2),
        }
        return asdict(self) | times | {"reference": REFERENCES[self.job]}


@click.command()
@click.option("--size", type=click.Choice(list(SIZES)), default="10k", show_default=True, help="How many people.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def main(size: str, as_: str) -> None:
    """Build, measure, print."""
    say("Making an empty database: about a minute the first time, an instant from then on ...")
    make_empty()
    now = _people.now()
    say(f"Making {SIZES[size]:,} people with ten engagements each ...")
    scopes, load = build(SIZES[size], now)
    rows = list(measured(scopes, now))
    machine = {"database": connection.vendor, "people": SIZES[size], "engagements": 10 * SIZES[size]}
    if as_ == "json":
        click.echo(json.dumps(machine | load | {"jobs": [row.told for row in rows]}, indent=1))
        return
    click.echo(f"{machine['people']:,} people, {connection.vendor}; index written in {load['index_cpu_s']} s of CPU")
    heads = ("p50 ms", "p95 ms", "req/s", "CPU ms", "SQL", "of plain", "by rate", "of raw")
    click.echo(f"{'job':36}{'scope':12}" + "".join(f"{head:>9}" for head in heads))
    for row in rows:
        told = row.told
        figures = [*told["ours"].values(), row.statements]
        shares = [told[name] or "" for name in ("of_plain", "rate_of_plain", "of_raw")]
        click.echo(f"{row.job:2} {row.what:33}{row.scope:12}" + "".join(f"{each:>9}" for each in [*figures, *shares]))
    for job, reference in REFERENCES.items():
        click.echo(f"{job:2} {reference}")


def build(people: int, now: datetime) -> tuple[list[_people.Scope], dict[str, float]]:
    """So many people, and plain Django's copy of them: the sights to measure in, and what writing them took."""
    began = time.perf_counter()
    scopes = _people.build(people, now)
    built, began = time.perf_counter() - began, time.process_time()
    _people.index()
    indexed = time.process_time() - began
    _plain.build()
    _people.settle()
    return scopes, {"built_s": round(built, 1), "index_cpu_s": round(indexed, 1)}


def measured(scopes: list[_people.Scope], now: datetime) -> Iterator[Row]:
    """Each job in each sight, ours and plain Django in turn."""
    connection.close()
    with ours(PORTS[0]) as server, other(PORTS[1], "bench._wsgi:application", **PLAIN) as plain:
        for scope in scopes:
            say(f"Measuring in the sight of {scope.name} ...")
            client = Client()
            client.force_login(scope.account)
            cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
            for job in _people_jobs.jobs(scope, now):
                statements = statements_of(client, job.ours[0])
                raw = measure(_people_jobs.ask, job.raw) if job.raw else None
                yield Row(job.job, job.what, scope.name, statements, *served(job, cookie, server.pid, plain.pid), raw)


def served(job: Job, cookie: str, server: int, plain: int) -> tuple[Served, Served | None]:
    """One client for the milliseconds and eight for the rate, in rounds, ours and plain Django in turn."""
    sides = [(Visiting(f"http://127.0.0.1:{PORTS[0]}", "</html>", paths=tuple(job.ours), cookie=cookie), server)]
    if job.plain:
        sides.append((Visiting(f"http://127.0.0.1:{PORTS[1]}", "</", paths=tuple(job.plain)), plain))
    one: list[list[Told]] = [[] for _side in sides]
    eight: list[list[Told]] = [[] for _side in sides]
    for round_ in range(ROUNDS):
        for place, (visiting, process) in enumerate(sides):
            if not round_:
                ask(visiting, clients=1, seconds=WARMING, server=process)
            one[place].append(ask(visiting, clients=1, seconds=SECONDS, server=process))
            eight[place].append(ask(visiting, clients=CLIENTS, seconds=SECONDS, server=process))
    if any(told.wrong for rounds in [*one, *eight] for told in rounds):
        raise SystemExit(f"{job.ours[0]} or {job.plain} was answered wrongly.")
    told = [figures_of(*both) for both in zip(one, eight, strict=True)]
    return told[0], told[1] if job.plain else None


def figures_of(one: list[Told], eight: list[Told]) -> Served:
    """The middle round of each."""
    alone, many = (sorted(rounds, key=lambda told: told.rate)[len(rounds) // 2] for rounds in (one, eight))
    figures = (alone.at(0.5), alone.at(0.95), many.rate, many.cpu_each)
    return Served(*(round(figure, 2) for figure in figures))


if __name__ == "__main__":
    main()
