"""Whether others write into the database too: on SQLite one writer waits for another, so that long work makes way."""

from django.db import connection


class OtherWriters:
    """Notes what other connections write."""

    def __init__(self) -> None:
        self.seen = version()

    def wrote(self) -> bool:
        """Whether one has written since this was asked last, or since the beginning. Never on PostgreSQL, where writers
        wait for the same rows alone.
        """
        before, self.seen = self.seen, version()
        return self.seen != before


def version() -> int:
    """A number that changes with what others write."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])
