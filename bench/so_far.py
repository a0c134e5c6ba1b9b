"""Measures the report page on 100,000 people and a million engagements, against the same sums in raw SQL.

    M4C_DATA=/tmp/bench python -m bench.so_far            SQLite in that folder
    DATABASE_URL=postgresql://... python -m bench.so_far  PostgreSQL

The first run builds the movement, in bulk and past all operations: never point it at a database in use.
"""

import os
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any, NamedTuple

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from bench._movement import DAYS, FIRST, build  # noqa: E402
from m4c.core.assets import build_assets  # noqa: E402
from m4c.core.permissions import Role  # noqa: E402
from m4c.events.models import Attendance  # noqa: E402
from m4c.people.models import Account, AccountRole, Group, Person  # noqa: E402

ROUNDS = 15
LIMIT = 1.0  # seconds: what the issue promises for the page

RAW = {
    "trained": """
        SELECT COUNT(DISTINCT a.person_id), COUNT(DISTINCT CASE WHEN s.kind = 'full' THEN a.person_id END)
        FROM events_attendance a JOIN leaders_trainingsession s ON s.event_id = a.event_id
        JOIN events_event e ON e.id = a.event_id
        WHERE a.state IN ('came', 'walk_in') AND e.starts_at >= %s AND e.starts_at < %s AND e.cancelled_at IS NULL
    """,
    "events": """
        SELECT COUNT(*), SUM(came), MAX(came) FROM (
            SELECT COUNT(a.id) AS came FROM events_event e
            LEFT JOIN events_attendance a ON a.event_id = e.id AND a.state IN ('came', 'walk_in')
            WHERE e.starts_at >= %s AND e.starts_at < %s AND e.cancelled_at IS NULL GROUP BY e.id
        ) AS held
    """,
    "one_to_ones": """
        SELECT COUNT(*), COUNT(held_on), COUNT(followed_up_on) FROM listening_onetoone
        WHERE day BETWEEN %s AND %s AND called_off_on IS NULL
    """,
    "house_meetings": """
        SELECT COUNT(*), COUNT(held_on), COUNT(followed_up_on), SUM(people_attending) FROM listening_housemeeting
        WHERE day BETWEEN %s AND %s AND called_off_on IS NULL
    """,
    "pledges": """
        SELECT kind, SUM(number) FROM leaders_conversationpledge
        WHERE made_on BETWEEN %s AND %s AND withdrawn_on IS NULL GROUP BY kind
    """,
}


def main() -> None:
    """Build the movement where it is missing, measure, and print a table."""
    call_command("migrate", verbosity=0)
    build_assets()
    if not Person.objects.exists():
        started = time.perf_counter()
        build(Random(2010))
        print(f"built in {time.perf_counter() - started:.0f} s")
    settings.ALLOWED_HOSTS = ["*"]
    last = FIRST + timedelta(days=DAYS - 1)
    everybody = account_of("nation", Group.objects.get(kind=Group.Kind.MOVEMENT))
    local = account_of("local", Group.objects.filter(kind=Group.Kind.LOCAL).order_by("pk")[7])
    print(f"{connection.vendor}, {Attendance.objects.count():,} attendances, {ROUNDS} rounds each")
    print(f"{'':34}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'of raw':>8}{'queries':>9}")
    late = []
    for name, account, first in (
        ("movement, four months", everybody, last - timedelta(days=122)),
        ("movement, all three years", everybody, FIRST),
        ("one group, all three years", local, FIRST),
    ):
        raw = measure(partial(raw_sums, first, last))
        page, queries = page_of(account, first, last)
        times = measure(page)
        print(f"{name:34}{times}{times.middle / raw.middle:>8.2f}{queries:>9}")
        print(f"{'  the sums of the movement, raw':34}{raw}")
        if times.late > LIMIT and times.cpu > LIMIT:  # a busy machine alone fails nobody
            late.append(name)
    if late:
        raise SystemExit(f"Slower than {LIMIT:.0f} s: {'; '.join(late)}.")


def page_of(account: Account, first: date, last: date) -> tuple[Callable[[], None], int]:
    """A call that gets the page as this account and looks at the answer, and how many queries it makes."""
    client = Client()
    client.force_login(account)
    address = f"/organise/reports/so-far/?from={first}&to={last}"

    def get() -> None:
        response = client.get(address)
        if response.status_code != 200 or b"By session" not in response.content:
            raise SystemExit(f"The page answered {response.status_code}, without its tables.")

    get()
    connection.force_debug_cursor = True
    before = len(connection.queries_log)
    get()
    queries = len(connection.queries_log) - before
    connection.force_debug_cursor = False
    return get, queries


def raw_sums(first: date, last: date) -> None:
    """The totals of the whole movement alone, by hand-written SQL: what the database itself needs."""
    with connection.cursor() as cursor:
        for sql in RAW.values():
            cursor.execute(sql, [first, last])
            cursor.fetchall()


class Times(NamedTuple):
    """Seconds that a call took: half of the rounds at most `middle`, 95 in 100 at most `late`; of the CPU `cpu`."""

    middle: float
    late: float
    cpu: float

    def __str__(self) -> str:
        return "".join(f"{seconds * 1e3:>8.0f}" for seconds in self)


def measure(call: Callable[[], Any]) -> Times:
    """The times of ROUNDS calls, after one that warms up."""
    call()
    wall, cpu = [], []
    for _round in range(ROUNDS):
        started, worked = time.perf_counter(), time.process_time()
        call()
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - worked)
    return Times(statistics.median(wall), sorted(wall)[int(ROUNDS * 0.95)], statistics.median(cpu))


def account_of(name: str, group: Group) -> Account:
    """An organiser of this group, made at first use."""
    person = Person.objects.order_by("pk")[len(name)]
    account, made = Account.objects.get_or_create(email=f"{name}@example.org", defaults={"person": person})
    if made:
        AccountRole.objects.create(account=account, group=group, role=Role.ORGANISER, given_by=account)
    return Account.objects.get(pk=account.pk)


if __name__ == "__main__":
    main()
