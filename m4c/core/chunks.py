"""Many things a few hundred at a time, as an operation writes them and a query names them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
CHUNK = 500


def in_chunks(things: Iterable[Thing], size: int = CHUNK) -> Iterator[list[Thing]]:
    """The things in their order, at most so many at a time."""
    left = iter(things)
    while chunk := list(islice(left, size)):
        yield chunk
