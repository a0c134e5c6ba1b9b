"""Long work reads the database file without mapping it, and leaves things as they were."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from m4c.core import reading_file
from m4c.core.reading_file import unmapped

pytestmark = pytest.mark.django_db

MAPPED = 1 << 20  # bytes


@pytest.fixture
def of_a_file(tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a database that is a file and mapped, where the tests' own is in memory or elsewhere."""
    where = {
        "ENGINE": "m4c.core.sqlite3",
        "NAME": tmp_path / "m4c.sqlite3",
        "OPTIONS": {"init_command": f"PRAGMA mmap_size={MAPPED}"},
    }
    opened = ConnectionHandler({"default": where})["default"]
    yield opened
    opened.close()


def mapped(opened: BaseDatabaseWrapper) -> int:
    """How many bytes of the file may be mapped."""
    with opened.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        return cursor.fetchone()[0]


def test_nothing_is_mapped_for_a_while(of_a_file: BaseDatabaseWrapper) -> None:
    with patch.object(reading_file, "connection", of_a_file):
        with unmapped():
            assert mapped(of_a_file) == 0
        assert mapped(of_a_file) == MAPPED


def test_any_database_takes_it() -> None:
    with unmapped(), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchall() == [(1,)]
