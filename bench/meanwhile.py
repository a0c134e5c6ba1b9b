"""Measures pages and taps at a door while a list is brought in by a process of its own (guard a): finding, listing,
a person's page and a tap, each by one client; and then the same with nothing else to do.

    M4C_DATA=/tmp/bench python -m bench.meanwhile [PEOPLE]             SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.meanwhile [PEOPLE]   PostgreSQL

10,000 people unless told. Builds them past all operations in an empty database: never point it at one in use.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench._limitless")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench import _events, _people, _people_jobs  # noqa: E402
from bench._door import Tapping, one_by_one, phones_of, stand_back, tap  # noqa: E402
from bench._empty import make_empty  # noqa: E402
from bench._load import Asked, Told, Visiting, ask  # noqa: E402
from bench._servers import ours  # noqa: E402
from bench.import_people import COMMAND, write_list  # noqa: E402
from m4c.events.models import Attendance, Event  # noqa: E402
from m4c.people.models import Group, ImportRow, Person  # noqa: E402

PORT, SECONDS, COMERS = 8953, 4.0, 1_000
PAGES = ("search, five letters", "search, a common syllable", "list, first page", "person's page")
IMPORTED = 200_000  # rows: more than are brought in while all is measured
Make = Callable[[], Asked]


def main() -> None:
    """Build, measure meanwhile and with nothing else to do, print; 1 where an answer was wrong."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    make_empty()
    now = _people.now()
    scope = _people.build(people, now)[0]
    _people.index()
    ids = list(Person.objects.order_by("pk").values_list("pk", flat=True)[:COMERS])
    event = _events.event(Group.objects.get(name="Team"), now, ids)
    _people.settle()
    asked = dict(pages(scope)) | {"a tap at the door": taps(event)}
    path = Path(settings.DATA_DIR) / "meanwhile.csv"
    write_list(path, IMPORTED)
    connection.close()
    with ours(PORT) as server:
        measured(asked, event, server.pid)  # warms up
        with importing(path) as brought_in:
            meanwhile = measured(asked, event, server.pid)
            rate = brought_in()
        quiet = measured(asked, event, server.pid)  # among as many people as there are then
    print(f"{people:,} people, {connection.vendor}; meanwhile {rate:.0f} rows a second were brought in")
    heads = "".join(f"{head:>8}" for head in ("p50", "p95", "p99", "CPU"))
    print(f"{'':28}{heads}   meanwhile{heads}{'p95':>8}")
    for what, before in quiet.items():
        after = meanwhile[what]
        times = after.at(0.95) / before.at(0.95)
        print(f"{what:28}{figures(before)}{'':12}{figures(after)}{times:7.1f}x")
    raise SystemExit(any(told.wrong for told in [*quiet.values(), *meanwhile.values()]))


def pages(scope: _people.Scope) -> Iterator[tuple[str, Make]]:
    """What is opened in the sight of whoever sees everybody."""
    client = Client()
    client.force_login(scope.account)
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    for job in _people_jobs.jobs(scope, _people.now()):
        if job.what in PAGES:
            visiting = Visiting(f"http://127.0.0.1:{PORT}", "</html>", paths=tuple(job.ours), cookie=cookie)
            yield job.what, lambda visiting=visiting: visiting


def taps(event: Event) -> Make:
    """Everybody of the event's list, one after the other, on one phone."""
    url = f"http://127.0.0.1:{PORT}{reverse('door-arrivals', kwargs={'uid': event.uid})}"
    uids = [str(uid) for uid in Attendance.objects.filter(event=event).values_list("uid", flat=True)]
    Random(5).shuffle(uids)
    phones = phones_of(event, 1)
    return lambda: Tapping(url, '"said": "in"', forms=one_by_one(tap(uid) for uid in uids), phones=phones)


def measured(asked: dict[str, Make], event: Event, server: int) -> dict[str, Told]:
    """Each for some seconds by one client, the taps until everybody is in."""
    stand_back(event)
    return {what: ask(make(), clients=1, seconds=SECONDS, server=server) for what, make in asked.items()}


@contextmanager
def importing(path: Path) -> Iterator[Callable[[], float]]:
    """A list is brought in meanwhile; answers what tells how many rows a second were, and ends it then."""
    words = [sys.executable, "-c", COMMAND, "import", "people", str(path), "--group", "Team", "--format", "json"]
    nowhere = subprocess.DEVNULL
    command = subprocess.Popen(words, stdout=nowhere, stderr=nowhere, start_new_session=True)
    try:
        while not ImportRow.objects.exists():
            time.sleep(0.1)
        began, before = time.perf_counter(), ImportRow.objects.count()
        connection.close()
        yield lambda: (ImportRow.objects.count() - before) / (time.perf_counter() - began)
        if command.poll() is not None:
            raise SystemExit("The list was brought in before all was measured.")
    finally:
        command.kill()
        command.wait()


def figures(told: Told) -> str:
    """Milliseconds, and CPU milliseconds of each."""
    return "".join(f"{figure:8.1f}" for figure in (told.at(0.5), told.at(0.95), told.at(0.99), told.cpu_each))


if __name__ == "__main__":
    main()
