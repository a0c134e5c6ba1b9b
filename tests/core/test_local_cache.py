"""The cache: what is kept, for how long, and that what many add at once is added once."""

import multiprocessing
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches

from m4c.core import local_cache
from m4c.core.local_cache import LocalCache


def a_cache(folder: Path, **options: Any) -> LocalCache:
    """One in this folder."""
    return LocalCache(folder / "cache", {"OPTIONS": options})


def add_first(folder: str) -> bool:
    """What each of many processes does."""
    return a_cache(Path(folder)).add("first", "somebody")


def test_it_is_ours() -> None:
    assert isinstance(caches["default"], LocalCache)


def test_what_is_kept_is_found_until_it_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, now = a_cache(tmp_path), time.time()
    cache.set("shortly", [1, "Siân"], 60)
    cache.set("always", {"a": None}, None)
    cache.set("never", 1, 0)
    assert (cache.get("shortly"), cache.get("always"), cache.get("never", "none")) == ([1, "Siân"], {"a": None}, "none")
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert (cache.get("shortly"), cache.get("always")) == (None, {"a": None})


def test_what_is_kept_anew_takes_the_place_of_what_was(tmp_path: Path) -> None:
    cache = a_cache(tmp_path)
    cache.set("name", "old", 60)
    cache.set("name", "new", 60)
    assert cache.get("name") == "new"


def test_only_what_is_not_there_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, now = a_cache(tmp_path), time.time()
    assert cache.add("lock", 1, 10)
    assert not cache.add("lock", 2, 10)
    monkeypatch.setattr(time, "time", lambda: now + 11)
    assert cache.add("lock", 3, 10)
    assert cache.get("lock") == 3
    cache.set("always", 1, None)
    assert not cache.add("always", 2, None)


def test_it_may_be_kept_longer_and_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, now = a_cache(tmp_path), time.time()
    cache.set("name", 1, 10)
    assert cache.touch("name", 60)
    assert not cache.touch("other", 60)
    monkeypatch.setattr(time, "time", lambda: now + 30)
    assert cache.get("name") == 1
    assert cache.delete("name")
    assert not cache.delete("name")
    cache.set("name", 1)
    cache.clear()
    assert cache.get("name") is None


def test_another_process_and_a_later_one_find_it_too(tmp_path: Path) -> None:
    a_cache(tmp_path).set("name", 1)
    assert a_cache(tmp_path).get("name") == 1


def test_those_that_are_over_first_go_where_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_cache, "TIDY_ONCE_IN", 1)
    cache = a_cache(tmp_path, MAX_ENTRIES=3)
    for name, seconds in (("always", None), ("an-hour", 3600), ("a-minute", 60), ("a-day", 86_400), ("over", -1)):
        cache.set(name, 1, seconds)
    assert [name for name in ("always", "an-hour", "a-minute", "a-day") if cache.get(name)] == [
        "always",
        "an-hour",
        "a-day",
    ]


def test_of_many_who_add_at_once_one_does(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(add_first, [str(tmp_path)] * 40)) == 1


def test_of_processes_that_begin_at_once_one_does(tmp_path: Path) -> None:
    """Each finds no database yet, and makes it."""
    with multiprocessing.get_context("spawn").Pool(4) as processes:
        assert sum(processes.map(add_first, [str(tmp_path)] * 8, chunksize=1)) == 1
