"""Work that fails says so where somebody waits for it, and fails all the same."""

import pytest

from m4c.core.tasks import on_failure


def test_a_failure_is_told_once_and_goes_on():
    told: list[str] = []
    with pytest.raises(ZeroDivisionError), on_failure(lambda: told.append("failed")):
        _never = 1 / 0
    assert told == ["failed"]


def test_nothing_is_told_of_what_succeeds():
    told: list[str] = []
    with on_failure(lambda: told.append("failed")):
        done = 1 + 1
    assert (done, told) == (2, [])


def test_a_machine_that_stops_tells_nothing_since_the_work_comes_back():
    told: list[str] = []
    with pytest.raises(SystemExit), on_failure(lambda: told.append("failed")):
        raise SystemExit
    assert told == []
