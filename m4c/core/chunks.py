"""Many things a few hundred at a time, as an operation writes them and a query names them, with a breath between."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
CHUNK = 500
BREATH = 0.03  # seconds: a door that writes meanwhile waits a few milliseconds, and long work little longer


def in_chunks(things: Iterable[Thing], size: int = CHUNK) -> Iterator[list[Thing]]:
    """The things in their order, at most so many at a time."""
    left = iter(things)
    while chunk := list(islice(left, size)):
        yield chunk


def with_a_breath(things: Iterable[Thing]) -> Iterator[Thing]:
    """The things, a breath between what is done with one and with the next; the time that the next takes to be made,
    while nothing is written, is part of it.
    """
    done_at = None
    for thing in things:
        if done_at is not None:
            time.sleep(max(0.0, done_at + BREATH - time.monotonic()))
        yield thing
        done_at = time.monotonic()


def let_others_write() -> None:
    """Wait between two pieces of long work, so that whoever else writes gets a turn."""
    time.sleep(BREATH)
