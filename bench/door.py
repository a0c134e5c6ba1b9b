"""Measures job 5: people let in at a door by one phone and by eight, over HTTP, beside plain Django in the same run.

    M4C_DATA=/tmp/bench python -m bench.door            SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.door  PostgreSQL

Then an assembly of 1,000 goes through the door by eight phones, two of them without a signal until the end; and our
server is killed with -9 after its last answer, and what it answered is counted. Builds its people past all operations
in an empty database: never point it at one in use.
"""

import json
import os
import signal
from collections.abc import Callable
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench._limitless")
django.setup()

from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench import _events, _plain_door  # noqa: E402
from bench._door import Phone, Tapping, one_by_one, phones_of, stand_back, tap  # noqa: E402
from bench._empty import make_empty  # noqa: E402
from bench._load import Told, ask  # noqa: E402
from bench._servers import kill, other, ours  # noqa: E402
from m4c.core.models.record import new_uid  # noqa: E402
from m4c.events.models import Arrival, Attendance, Event  # noqa: E402
from m4c.people.models import Engagement  # noqa: E402

PORTS = (8953, 8954)
PHONES, SECONDS, ROUNDS = 8, 6.0, 3
PLAIN = {"DJANGO_SETTINGS_MODULE": "bench._plain_door_settings"}
REFERENCE = (
    "380 a second, p95 at most 5 ms with one phone and p99 at most 100 ms with eight on SQLite, within 3 times plain "
    "Django; pretix 38 a second, 40/48 ms"
)
LISTED, WALK_IN, TWICE = 900, 100, 60  # of the assembly: on the list, not on it, and tapped at two doors
Make = Callable[[], Tapping]


@dataclass(frozen=True)
class Row:
    """Taps by so many phones: how many a second, milliseconds, and CPU milliseconds of each."""

    what: str
    phones: int
    rate: float
    p50: float
    p95: float
    p99: float
    cpu: float
    wrong: int


def measured(what: str, phones: int, asked: Make, server: int, reset: Callable[[], object]) -> Row:
    """Rounds of as many taps as fit into six seconds; the middle one."""
    rounds = []
    for _round in range(ROUNDS):
        reset()
        rounds.append(ask(asked(), clients=phones, seconds=SECONDS, server=server))
    told = sorted(rounds, key=lambda one: one.rate)[ROUNDS // 2]
    figures = (told.rate, told.at(0.5), told.at(0.95), told.at(0.99), told.cpu_each)
    return Row(what, phones, *(round(figure, 2) for figure in figures), sum(one.wrong for one in rounds))


def empty(event: Event) -> None:
    """Nobody is in yet, at ours or at plain Django's."""
    _plain_door.PlainComer.objects.update(checked_in=None)
    stand_back(event)


def adrift(event: Event, taps: int, people: int) -> dict[str, int]:
    """What is lost or doubled, where so many taps by which so many people are in were answered."""
    came = Attendance.objects.filter(event=event).present().count()
    rows = Engagement.objects.filter(source_type="events.attendance", kind="came").count()
    written = Arrival.objects.filter(event=event)
    first = written.exclude(state_before__in=Attendance.State.present()).values("attendance")
    doubled = first.annotate(number=Count("pk")).filter(number__gt=1).count()
    lost = max(0, taps - written.count()) + max(0, people - came) + max(0, people - rows)
    more = max(0, written.count() - taps) + max(0, came - people) + max(0, rows - people)
    connection.close()
    return {"answered": taps, "in": came, "lost": lost, "doubled": doubled + more}


def everybody(event: Event) -> list[str]:
    """The uids of the list, in the order in which they come to the door."""
    uids = [str(uid) for uid in Attendance.objects.filter(event=event).values_list("uid", flat=True)]
    Random(5).shuffle(uids)
    connection.close()
    return uids


def tapping(event: Event, url: str, phones: tuple[Phone, ...]) -> Make:
    """Everybody of the list, one after the other."""
    uids = everybody(event)
    return lambda: Tapping(url, '"said": "in"', forms=one_by_one(tap(uid) for uid in uids), phones=phones)


def killed(asked: Make, event: Event, url: str) -> dict[str, int]:
    """Kill the server after its last answer, and count."""
    stand_back(event)
    with ours(PORTS[0]) as server:
        told: Told = ask(asked(), clients=PHONES, seconds=1.0, server=server.pid)
        kill(server, signal.SIGKILL)
    answered = len(told.latencies) - told.wrong
    return adrift(event, answered, answered)


def assembly(event: Event, url: str, phones: tuple[Phone, ...], server: int) -> dict[str, Any]:
    """A thousand people by eight phones: some new, some tapped twice; two phones send all at the end, and twice."""
    stand_back(event)
    uids, random = everybody(event)[:LISTED], Random(7)
    entries = [tap(uid) for uid in uids]
    entries += [tap(new_uid(), name=f"Walker Number{place}", brought_by=uids[place]) for place in range(WALK_IN)]
    random.shuffle(entries)
    entries += [tap(uid, door="Side door") for uid in uids[:TWICE]]
    cut = len(entries) * 6 // 8
    waited = [json.dumps(entries[cut + place : cut + place + 130]) for place in range(0, len(entries) - cut, 130)]
    lists = [*one_by_one(entries[:cut]), *waited, *waited]  # the answers to what waited were lost once
    told = ask(Tapping(url, '"said"', forms=iter(lists), phones=phones), clients=PHONES, seconds=120, server=server)
    return adrift(event, len(entries), LISTED + WALK_IN) | {
        "seconds": round(told.seconds, 2),
        "p99": round(told.at(0.99), 2),
        "wrong": told.wrong,
        "tapped_twice": TWICE,
    }


def statements_of(event: Event, path: str, phone: Phone) -> int:
    """How many statements a tap takes by HTTP, once all is warm."""
    client = Client()
    client.force_login(phone.account)
    for uid in everybody(event)[:3]:
        with CaptureQueriesContext(connection) as queries:
            client.post(path, json.dumps([tap(uid)]), content_type="application/json")
    return sum(query["sql"].split()[0] not in ("BEGIN", "COMMIT") for query in queries.captured_queries)


def run(event: Event) -> dict[str, Any]:
    """Everything, in one run."""
    path = reverse("door-arrivals", kwargs={"uid": event.uid})
    url, plain_url = f"http://127.0.0.1:{PORTS[0]}{path}", f"http://127.0.0.1:{PORTS[1]}/check-in/"
    phones = phones_of(event, PHONES)
    people = list(Attendance.objects.filter(event=event).values_list("person", flat=True))
    Random(5).shuffle(people)
    statements = statements_of(event, path, phones[0])
    asked = tapping(event, url, phones)

    def plainly() -> Tapping:
        return Tapping(plain_url, '"in"', forms=iter([json.dumps({"person": pk}) for pk in people]), phones=phones)

    rows = []
    with ours(PORTS[0]) as server, other(PORTS[1], "bench._wsgi:application", **PLAIN) as plain:
        ask(asked(), clients=1, seconds=1.0, server=server.pid)
        for number in (1, PHONES):
            rows.append(measured("ours", number, asked, server.pid, lambda: empty(event)))
            rows.append(measured("plain Django", number, plainly, plain.pid, lambda: empty(event)))
        replayed = assembly(event, url, phones, server.pid)
    return {
        "statements": statements,
        "rows": [told(row, rows) for row in rows],
        "after_kill": killed(asked, event, url),
        "assembly": replayed,
    }


def told(row: Row, rows: list[Row]) -> dict[str, Any]:
    """A row with its ratios to plain Django's of as many phones."""
    plain = next(one for one in rows if one.what != "ours" and one.phones == row.phones)
    ratios = {"of_plain": round(row.rate / plain.rate, 2), "cpu_of_plain": round(row.cpu / plain.cpu, 2)}
    return asdict(row) | ratios


@click.command()
@click.option("--size", type=click.Choice(["1000", "20000"]), default="1000", help="How many are on the list.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def main(size: str, as_: str) -> None:
    """Build, measure, print; 1 where a tap was lost, doubled or answered wrongly."""
    make_empty()
    event = list(_events.build(int(size)).events.values())[-1]
    _plain_door.build(list(Attendance.objects.filter(event=event).values_list("person", flat=True)))
    connection.close()
    found = {"job": 5, "database": connection.vendor, "listed": int(size)} | run(event) | {"reference": REFERENCE}
    if as_ == "json":
        click.echo(json.dumps(found, indent=1))
    else:
        in_words(found)
    counted = [found["after_kill"], found["assembly"]]
    if any(one["lost"] or one["doubled"] for one in counted) or any(row["wrong"] for row in found["rows"]):
        raise SystemExit(1)


def in_words(found: dict[str, Any]) -> None:
    """Print what came out, as a table."""
    click.echo(f"{found['listed']:,} on the list, {found['database']}; a tap takes {found['statements']} statements")
    heads = ("req/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "of plain", "CPU of it", "wrong")
    click.echo(f"{'':14}{'phones':>7}" + "".join(f"{head:>10}" for head in heads))
    for row in found["rows"]:
        names = ("rate", "p50", "p95", "p99", "cpu", "of_plain", "cpu_of_plain", "wrong")
        click.echo(f"{row['what']:14}{row['phones']:>7}" + "".join(f"{row[name]:>10}" for name in names))
    for name, what in (("after_kill", "after kill -9"), ("assembly", "assembly of 1,000")):
        one = found[name]
        click.echo(f"{what}: {one['in']:,} in, {one['lost']} lost, {one['doubled']} doubled")
    click.echo(found["reference"])


if __name__ == "__main__":
    main()
