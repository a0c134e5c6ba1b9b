"""Django's SQLite, but what it makes of a statement's text is kept: making it anew was a fifteenth of a page."""

from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base

MOST = 1_000  # texts that are kept: as many as a connection's prepared statements
LONGEST = 20_000  # characters of one; longer are those that write many rows at once, and hardly come again


@lru_cache(MOST)
def with_question_marks(text: str) -> str:
    """A statement as SQLite reads it, whose blanks Django writes as `%s`."""
    return base.FORMAT_QMARK_REGEX.sub("?", text).replace("%%", "%")


class Cursor(base.SQLiteCursorWrapper):
    """Django's, which turns each text once."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        """The text as SQLite reads it."""
        if param_names is None and len(query) <= LONGEST:
            return with_question_marks(query)
        return super().convert_query(query, param_names=param_names)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection, with such cursors."""

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor of SQLite's own connection."""
        return self.connection.cursor(factory=Cursor)
