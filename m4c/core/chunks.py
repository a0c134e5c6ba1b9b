"""Many things a few hundred at a time, as an operation writes them and a query names them, with a breath between."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from m4c.core.other_writers import OtherWriters

Thing = TypeVar("Thing")
CHUNK, FEW = 500, 25  # things; few while others write
BREATH, LONG_BREATH = 0.03, 0.15  # seconds; the long one while others write


def in_chunks(things: Iterable[Thing], size: int = CHUNK) -> Iterator[list[Thing]]:
    """The things in their order, at most so many at a time."""
    left = iter(things)
    while chunk := list(islice(left, size)):
        yield chunk


def with_a_breath(chunks: Iterable[list[Thing]]) -> Iterator[list[Thing]]:
    """The chunks, a breath between what is done with one and with the next; the time that the next takes to be made,
    while nothing is written, is part of it. While others write, as at a door, a chunk comes in small parts with a long
    breath between: whoever taps meets one seldom, and then for as long as few things take.
    """
    others, done_at = OtherWriters(), None
    for chunk in chunks:
        left = chunk
        while left:
            part = left
            if done_at is not None:
                sleep_until(done_at + BREATH)
                if others.wrote():
                    sleep_until(done_at + LONG_BREATH)
                    part = left[:FEW]
            yield part
            done_at = time.monotonic()
            left = left[len(part) :]


def sleep_until(moment: float) -> None:
    """Wait until then, by the clock that only runs on."""
    time.sleep(max(0.0, moment - time.monotonic()))


def let_others_write() -> None:
    """Wait between two pieces of long work, so that whoever else writes gets a turn."""
    time.sleep(BREATH)
