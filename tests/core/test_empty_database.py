"""An empty database is migrated once, and copied from then on; another's is never touched."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection

from m4c.core import empty_database


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder without a database, and a place beside the packages where a copy may be kept."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "packages"))
    (tmp_path / "packages").mkdir()
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "m4c.sqlite3"))
    monkeypatch.setattr(connection, "vendor", "sqlite")
    return tmp_path


def words_in(file: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT word FROM words").fetchall()


def write(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE words (word TEXT)")
        database.execute("INSERT INTO words VALUES ('kept')")
        database.commit()


def test_a_copy_that_was_kept_is_the_new_database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(empty_database.kept_copy())
    monkeypatch.setattr(empty_database, "migrate", lambda: pytest.fail("nothing needs migrating"))
    assert empty_database.is_missing()
    empty_database.make_database()

    assert words_in(folder / "m4c.sqlite3") == [("kept",)]
    assert not empty_database.is_missing()
    assert sorted(path.name for path in folder.iterdir()) == ["m4c.sqlite3", "packages"]


def test_a_copy_of_another_version_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "packages" / "m4c-empty-0123456789abcdef.sqlite3")
    asked = []
    monkeypatch.setattr(empty_database, "migrate", lambda: asked.append("migrate"))
    monkeypatch.setattr(empty_database, "keep", lambda kept: asked.append(kept.name))
    empty_database.make_database()

    assert asked == ["migrate", empty_database.kept_copy().name]


def test_nothing_is_kept_where_the_software_may_not_write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(empty_database, "migrate", lambda: None)
    empty_database.make_database()

    assert list((folder / "packages").iterdir()) == []


def test_an_empty_file_is_no_database_yet(folder: Path) -> None:
    (folder / "m4c.sqlite3").touch()
    assert empty_database.is_missing()


@pytest.mark.parametrize(
    ("applied", "migrated"),
    [({}, [*empty_database.FIRST, "everything"]), ({("people", "0001_initial"): None}, ["everything"])],
    ids=["empty", "in use"],
)
def test_packages_come_first_in_an_empty_database_alone(
    monkeypatch: pytest.MonkeyPatch, applied: dict[tuple[str, str], None], migrated: list[str]
) -> None:
    done: list[str] = []
    loader = SimpleNamespace(applied_migrations=applied, graph=SimpleNamespace(leaf_nodes=lambda app: [app]))
    executor = SimpleNamespace(loader=loader, migrate=done.extend)
    monkeypatch.setattr(empty_database, "MigrationExecutor", lambda _: executor)
    monkeypatch.setattr(empty_database, "call_command", lambda *_, **__: done.append("everything"))

    empty_database.migrate()

    assert done == migrated
