"""Measuring in this very process, one call after the other: raw statements, and pages that no server is needed for."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

import click
from django.db import connection
from django.test import Client

ROUNDS, FEWEST, WARMING = 60, 5, 20
SECONDS = 1.5


@dataclass(frozen=True)
class Times:
    """Milliseconds of one call: half of them take at most `p50`, 95 in 100 at most `p95`; of the CPU `cpu`."""

    p50: float
    p95: float
    cpu: float


def say(sentence: str) -> None:
    """Tell how far it got, beside the answer."""
    click.echo(sentence, err=True)


def get(client: Client) -> Callable[[str], None]:
    """Get a page and look at the answer."""

    def ask_for(address: str) -> None:
        response = client.get(address)
        if response.status_code != 200 or b"</" not in response.content:
            raise SystemExit(f"{address} answered {response.status_code}.")

    return ask_for


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
