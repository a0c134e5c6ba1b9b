"""Whether a data folder is ready to be served is told without Django, and never wrongly yes."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from m4c.cli.readiness import is_ready, mark, mark_ready
from m4c.core.fingerprint import fingerprint


@pytest.fixture
def folder(tmp_path: Path, settings) -> Path:
    """A data folder that was made ready by a version of the software of one file."""
    settings.BASE_DIR, settings.DATA_DIR = tmp_path / "software", tmp_path / "data"
    settings.STATIC_ROOT, settings.BUILT_LOCALE = settings.DATA_DIR / "static", settings.DATA_DIR / "locale"
    for made in (settings.STATIC_ROOT, settings.BUILT_LOCALE, settings.BASE_DIR / "static"):
        made.mkdir(parents=True)
    (settings.BASE_DIR / "static" / "m4c.css").write_text("p {}")
    settings.DATABASES = {
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(settings.DATA_DIR / "m4c.sqlite3")}
    }
    run(settings.DATA_DIR, "CREATE TABLE django_migrations (id INTEGER PRIMARY KEY)")
    run(settings.DATA_DIR, "CREATE TABLE people_group (id INTEGER PRIMARY KEY)")
    run(settings.DATA_DIR, "INSERT INTO django_migrations VALUES (1)")
    run(settings.DATA_DIR, "INSERT INTO people_group VALUES (1)")
    mark_ready()
    return settings.DATA_DIR


def run(folder: Path, sql: str) -> None:
    with sqlite3.connect(folder / "m4c.sqlite3") as connection:
        connection.execute(sql)


def test_nothing_changed_is_ready(folder):
    assert is_ready(wants_demo=True)


def test_a_folder_never_made_ready_is_not(folder):
    mark().unlink()
    assert not is_ready(wants_demo=True)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO django_migrations VALUES (2)",  # by another version
        "DELETE FROM django_migrations",  # an older copy was put in its place
        "DROP TABLE people_group",
    ],
)
def test_a_database_in_another_state_is_not(folder, sql):
    run(folder, sql)
    assert not is_ready(wants_demo=True)


def test_an_empty_database_is_ready_only_where_no_demo_is_wanted(folder):
    run(folder, "DELETE FROM people_group")
    assert (is_ready(wants_demo=True), is_ready(wants_demo=False)) == (False, True)


@pytest.mark.parametrize("gone", ["static", "locale", "m4c.sqlite3"])
def test_a_folder_from_which_something_was_taken_is_not(folder, gone):
    path = folder / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert not is_ready(wants_demo=True)


def test_a_changed_file_of_the_software_is_not(folder, settings):
    os.utime(settings.BASE_DIR / "static" / "m4c.css", (0, 0))
    assert not is_ready(wants_demo=True)


def test_a_database_of_ones_own_is_never_taken_on_trust(folder, settings):
    settings.DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "m4c"}}
    assert not is_ready(wants_demo=True)


def test_a_fingerprint_tells_a_new_file_below_a_folder(tmp_path):
    (tmp_path / "static").mkdir()
    before = fingerprint(tmp_path, ["static", "m4c/*/migrations"])
    (tmp_path / "m4c" / "people" / "migrations").mkdir(parents=True)
    (tmp_path / "m4c" / "people" / "migrations" / "0002_more.py").write_text("")
    assert fingerprint(tmp_path, ["static", "m4c/*/migrations"]) != before
