"""How often rubbish is looked for: seldom while something lasts, and as before afterwards."""

import gc
from collections.abc import Iterator

import pytest

from m4c.core.rubbish import AFTER, collect_seldom, loading, seldom_collecting


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_it_is_looked_for_seldom_once_a_process_is_ready() -> None:
    gc.set_threshold(700, 10, 10)
    collect_seldom()
    assert gc.get_threshold() == (AFTER, 10, 10)
    assert gc.get_freeze_count() > 0


def test_it_is_looked_for_as_before_after_a_while() -> None:
    gc.set_threshold(700, 10, 10)
    with seldom_collecting():
        assert gc.get_threshold() == (AFTER, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_what_is_loaded_is_looked_through_never_again() -> None:
    with loading():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
