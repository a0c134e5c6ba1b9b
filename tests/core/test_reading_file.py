"""Long work reads the database file without mapping it, and leaves things as they were."""

import pytest
from django.db import connection

from m4c.core.reading_file import unmapped

pytestmark = pytest.mark.django_db


def mapped() -> list[tuple[int]]:
    """How much of the file may be mapped; nothing for a database in memory."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        return cursor.fetchall()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own")
def test_nothing_is_mapped_for_a_while() -> None:
    before = mapped()
    with unmapped():
        assert mapped() in ([], [(0,)])
    assert mapped() == before


def test_any_database_takes_it() -> None:
    with unmapped(), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchall() == [(1,)]
