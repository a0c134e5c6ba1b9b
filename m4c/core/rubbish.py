"""How often Python looks for rings among its objects: seldom, since a page makes twenty thousand and leaves none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

AFTER = 50_000  # objects made and not yet thrown away; Python's own is 700


def collect_seldom() -> None:
    """From now on look seldom, and never again through all that stands: for a process that is ready to serve."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(AFTER, *gc.get_threshold()[1:])


@contextmanager
def loading() -> Iterator[None]:
    """While a command loads its code, which stays to the end: it was looked through again and again, and once more at
    the exit, for half of the time that a short command took.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look seldom for a while, as during an import, of whose time looking took a fifth."""
    before = gc.get_threshold()
    gc.set_threshold(AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
