"""How SQLite reads its file while long work runs: page by page, and not mapped into memory, which grows with it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def unmapped() -> Iterator[None]:
    """Read the database file without mapping it, for a while: mapped pages count as the process's own memory, 128 MB of
    them of a large file, and spare an import nothing that shows. Elsewhere than on SQLite nothing changes.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        [before] = cursor.execute("PRAGMA mmap_size").fetchone() or [0]  # none in memory, as in tests
        cursor.execute("PRAGMA mmap_size=0")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA mmap_size={before:d}")
