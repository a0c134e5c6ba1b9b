"""Measures finding people, their list, a person's page and a segment, beside plain Django and the bare database.

    M4C_DATA=/tmp/bench python -m bench.people --size 10k            SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.people --size 10k  PostgreSQL

Jobs 2, 3, 4 and 9, by four sights: everyone, a twelfth, about a 190th, one small group; the worst counts. All in one
process, one request after the other, each answer looked at. Builds its people past all operations in an empty
database: never point it at one in use.
"""

import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import Any

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench import _people, _plain  # noqa: E402
from m4c.cli.shell import prepare  # noqa: E402
from m4c.core.assets import build_assets  # noqa: E402
from m4c.core.rubbish import collect_seldom  # noqa: E402
from m4c.people.models import Person  # noqa: E402

SIZES = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}
ROUNDS, FEWEST, WARMING = 60, 5, 20
SECONDS = 1.5
SEGMENT = {"postcode": "M1 ", "came": "2", "quiet": "90"}
REFERENCES = {
    2: "at most 10 ms (p95); Action Populaire 69 ms, Tendenci 257 ms, stock admin 70 ms at 100k",
    3: "within 4 times plain Django, the last page as the first; Tryton 41 ms, Tendenci 1,072 ms at 100k",
    4: "within 5 times plain Django; Tryton's data 9 ms, Tendenci's page 107 ms at 100k",
    9: "at most 3 times raw SQL, 100 ms at 100k; no other has it",
}


@dataclass(frozen=True)
class Times:
    """Milliseconds of one answer: half of them take at most `p50`, 95 in 100 at most `p95`; of the CPU `cpu`."""

    p50: float
    p95: float
    cpu: float


@dataclass(frozen=True)
class Row:
    """One job in one sight, beside the same work in plain Django and raw; None where there is none."""

    job: int
    what: str
    scope: str
    statements: int
    ours: Times
    plain: Times | None
    raw: Times | None

    @property
    def told(self) -> dict[str, Any]:
        """As JSON has it, with its ratios and its reference.

        Ratios of CPU time; beside raw work on PostgreSQL, which a process of its own does, of milliseconds.
        """
        ratios = {
            "of_plain": times_of(self.ours, self.plain, "cpu"),
            "of_raw": times_of(self.ours, self.raw, "p50" if connection.vendor == "postgresql" else "cpu"),
        }
        return asdict(self) | ratios | {"reference": REFERENCES[self.job]}


def times_of(ours: Times, other: Times | None, figure: str) -> float | None:
    """How many times the other's figure is in ours; None where there is none."""
    least = getattr(other, figure, 0)
    return round(getattr(ours, figure) / least, 2) if least else None


@click.command()
@click.option("--size", type=click.Choice(list(SIZES)), default="10k", show_default=True, help="How many people.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def main(size: str, as_: str) -> None:
    """Build, measure, print."""
    os.environ.setdefault("M4C_MIGRATE", "yes")  # an empty database is nobody's in use
    say("Making an empty database: about a minute the first time, an instant from then on ...")
    prepare()
    build_assets()
    if Person.objects.exists():
        raise SystemExit("There are people in this database: measuring needs an empty one.")
    settings.ALLOWED_HOSTS = ["*"]
    now = _people.now()
    say(f"Making {SIZES[size]:,} people with ten engagements each ...")
    scopes, load = build(SIZES[size], now)
    collect_seldom()  # as the web server does once it is ready
    rows = []
    for scope in scopes:
        say(f"Measuring in the sight of {scope.name} ...")
        rows += list(jobs(scope, now))
    machine = {"database": connection.vendor, "people": SIZES[size], "engagements": 10 * SIZES[size]}
    if as_ == "json":
        click.echo(json.dumps(machine | load | {"jobs": [row.told for row in rows]}, indent=1))
        return
    click.echo(f"{machine['people']:,} people, {connection.vendor}; index written in {load['index_cpu_s']} s of CPU")
    click.echo(f"{'job':36}{'scope':12}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'SQL':>5}{'of plain':>10}{'of raw':>8}")
    for row in rows:
        shares = "".join(f"{row.told[share] or '':>{width}}" for share, width in (("of_plain", 10), ("of_raw", 8)))
        figures = f"{row.ours.p50:>8.1f}{row.ours.p95:>8.1f}{row.ours.cpu:>8.1f}{row.statements:>5}"
        click.echo(f"{row.job:2} {row.what:33}{row.scope:12}{figures}{shares}")
    for job, reference in REFERENCES.items():
        click.echo(f"{job:2} {reference}")


def say(sentence: str) -> None:
    """Tell how far it got, beside the answer."""
    click.echo(sentence, err=True)


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


def jobs(scope: _people.Scope, now: Any) -> Iterator[Row]:
    """All jobs in one sight."""
    client = Client()
    client.force_login(scope.account)
    terms = _people.terms(ROUNDS)
    people = Person.objects.visible_to(scope.account).order_by("sort_name", "pk")
    number = people.count()
    middle, last = people[number // 2], people[max(0, number - 60)]
    here = reverse("people")
    searches = [f"{here}?q={term}" for term in terms]
    plain = [f"/search?q={term}" for term in terms]
    yield row(2, "search, five letters", scope, (client, searches), plain, [raw_search(term) for term in terms])
    yield row(
        2, "search, a common syllable", scope, (client, [f"{here}?q=ano"]), ["/search?q=ano"], [raw_search("ano")]
    )
    yield row(2, "search, one slip", scope, (client, [f"{here}?q={slipped(middle)}"]), None, None)
    for what, person in (("first page", None), ("page in the middle", middle), ("last page", last)):
        after = f"?after={person.uid}" if person else ""
        named = person.family_name if person else ""
        page = raw_page(person.sort_name if person else "")
        yield row(3, f"list, {what}", scope, (client, [here + after]), [f"/people?after={named}"], [page])
    shown = list(people[:: max(1, number // ROUNDS)][:ROUNDS])
    pages = [reverse("person", kwargs={"uid": person.uid}) for person in shown]
    raw = [raw_person(person.pk) for person in shown]
    yield row(4, "person's page", scope, (client, pages), [f"/person/{person.pk}" for person in shown], raw)
    address = here + "?" + "&".join(f"{name}={value}" for name, value in SEGMENT.items())
    yield row(
        9,
        "segment: count and first 50",
        scope,
        (client, [address]),
        None,
        raw_segment(now) if is_whole(scope) else None,
    )


def is_whole(scope: _people.Scope) -> bool:
    """Whether this sight is of everybody, as raw SQL without rights has it."""
    return scope.account.sight.head_count() is None


def slipped(person: Person) -> str:
    """A family name with two letters swapped."""
    name = person.family_name
    return name[:2] + name[3] + name[2] + name[4:] if len(name) > 4 else name


def row(
    job: int,
    what: str,
    scope: _people.Scope,
    ours: tuple[Client, list[str]],
    plain: list[str] | None,
    raw: list[tuple[str, list[Any]]] | None,
) -> Row:
    """Measure ours, plain Django and raw, one after the other in one go."""
    client, addresses = ours
    statements = statements_of(client, addresses[0])
    times = measure(get(client), addresses)
    of_plain = None
    if plain is not None:
        with override_settings(ROOT_URLCONF="bench._plain", MIDDLEWARE=_plain.MIDDLEWARE):
            of_plain = measure(get(Client()), plain)
    return Row(job, what, scope.name, statements, times, of_plain, measure(ask, raw) if raw else None)


def get(client: Client) -> Callable[[str], None]:
    """Get a page and look at the answer."""

    def ask_for(address: str) -> None:
        response = client.get(address)
        if response.status_code != 200 or b"</" not in response.content:
            raise SystemExit(f"{address} answered {response.status_code}.")

    return ask_for


def ask(statement: tuple[str, list[Any]]) -> None:
    """Ask the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        cursor.fetchall()


def statements_of(client: Client, address: str) -> int:
    """How many statements a page takes, once it is warm."""
    client.get(address)
    connection.force_debug_cursor = True
    before = len(connection.queries_log)
    client.get(address)
    number = len(connection.queries_log) - before
    connection.force_debug_cursor = False
    connection.queries_log.clear()
    return number


def measure(call: Callable[[Any], None], givens: list[Any]) -> Times:
    """The times of ROUNDS calls after some that warm up; of fewer where they take longer than SECONDS."""
    for given in givens[:WARMING]:
        call(given)
    wall, cpu, started = [], time.process_time(), time.perf_counter()
    for given in islice(cycle(givens), WARMING, WARMING + ROUNDS):
        began = time.perf_counter()
        call(given)
        wall.append(1e3 * (time.perf_counter() - began))
        if time.perf_counter() - started > SECONDS and len(wall) >= FEWEST:
            break
    each = 1e3 * (time.process_time() - cpu) / len(wall)
    return Times(round(statistics.median(wall), 3), round(sorted(wall)[int(len(wall) * 0.95)], 3), round(each, 3))


def raw_search(term: str) -> tuple[str, list[Any]]:
    """The first fifty whose text holds this, by the index alone."""
    hits, value = "SELECT person_id FROM people_findable WHERE text LIKE %s", f"%{term}%"
    if connection.vendor == "sqlite":
        hits, value = "SELECT rowid FROM people_findable_index WHERE people_findable_index MATCH %s", f'"{term}"'
    return f"SELECT * FROM people_person WHERE id IN ({hits} LIMIT 50)", [value]


def raw_page(name: str) -> tuple[str, list[Any]]:
    """Fifty people by name."""
    return "SELECT * FROM people_person WHERE sort_name >= %s ORDER BY sort_name, id LIMIT 50", [name]


def raw_person(pk: int) -> tuple[str, list[Any]]:
    """A person with the newest twenty of what they did."""
    newest = "SELECT * FROM people_engagement WHERE person_id = %s ORDER BY at DESC LIMIT 20"
    return f"SELECT * FROM people_person p, ({newest}) AS e WHERE p.id = %s", [pk, pk]


def raw_segment(now: Any) -> list[tuple[str, list[Any]]]:
    """How many are in the segment and the first fifty of them, by hand-written SQL over our own tables."""
    dates = [connection.ops.adapt_datetimefield_value(now - timedelta(days=days)) for days in (365, 90)]
    those = (
        "FROM people_person p JOIN people_address a ON a.id = p.address_id WHERE a.postcode LIKE 'M1 %%' "
        "AND (SELECT COUNT(*) FROM people_engagement e "
        "WHERE e.person_id = p.id AND e.kind = 'came' AND e.at >= %s) >= 2 AND NOT EXISTS "
        "(SELECT 1 FROM people_engagement e WHERE e.person_id = p.id AND e.at >= %s)"
    )
    first = f"SELECT p.id, p.sort_name {those} ORDER BY p.sort_name, p.id LIMIT 50"
    return [(f"SELECT (SELECT COUNT(*) {those}), f.* FROM ({first}) AS f", [*dates, *dates])]


if __name__ == "__main__":
    main()
