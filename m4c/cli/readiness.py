"""Whether a data folder is ready to be served, told without loading Django: most starts have nothing to prepare."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings

from m4c.core.fingerprint import fingerprint

# All that preparing works from: tables, translations, static files, and the packages that bring some of each.
SOURCES = (
    *("requirements/base.txt", "m4c/*/migrations", "m4c/places/data", "locale", "static"),
    *("m4c/core/static_files.py", "m4c/core/fonts.py", "m4c/core/icons.py"),
)


def is_ready(*, wants_demo: bool) -> bool:
    """Whether nothing changed since the folder was last made ready; with `wants_demo`, also that it is not empty.

    A database of one's own (`DATABASE_URL`) is never taken on trust.
    """
    kept = mark()
    made = [settings.STATIC_ROOT, settings.BUILT_LOCALE]
    if not kept.exists() or not all(Path(folder).exists() for folder in made):
        return False
    state = database_state()
    return state is not None and kept.read_text() == told(state) and (state.has_groups or not wants_demo)


def mark_ready() -> None:
    """Say that the folder has been made ready by this version of the software."""
    if state := database_state():
        mark().write_text(told(state))


class DatabaseState:
    """How far a database is migrated, and whether it holds a movement."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.applied = connection.execute("SELECT COUNT(*), MAX(id) FROM django_migrations").fetchone()
        self.has_groups = connection.execute("SELECT EXISTS(SELECT 1 FROM people_group)").fetchone()[0] == 1


def database_state() -> DatabaseState | None:
    """The state of the folder's own SQLite database; None where there is none, or another one is in use."""
    database: dict[str, Any] = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3") or not Path(database["NAME"]).exists():
        return None
    try:
        with closing(sqlite3.connect(f"file:{database['NAME']}?mode=ro", uri=True)) as connection:
            return DatabaseState(connection)
    except sqlite3.OperationalError:  # half made: preparing will say what is wrong with it
        return None


def told(state: DatabaseState) -> str:
    """What is kept of a folder that is ready."""
    return f"{fingerprint(settings.BASE_DIR, SOURCES)} {state.applied}"


def mark() -> Path:
    """The file in the data folder that keeps it."""
    return Path(settings.DATA_DIR) / "ready.stamp"
