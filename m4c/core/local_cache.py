"""One cache for all processes of a machine, in a small database of its own.

To make files costs more than all else that a limit on attempts does; and what several add here at once is added once.
"""

import os
import pickle
import random
import sqlite3
import time
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.files import locks

SET_UP = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=NORMAL;
PRAGMA secure_delete=ON;
CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, until REAL, value BLOB NOT NULL);
"""
WRITE = "INSERT INTO kept (key, until, value) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
WRITE += "until = excluded.until, value = excluded.value"
IS_OVER = "kept.until <= ?"  # never of what has no end
WAIT = 5  # seconds for somebody else who writes, which takes microseconds
TIDY_ONCE_IN = 2_000  # writes


class LocalCache(BaseCache):
    """Django's cache on SQLite. Each thread has one of its own, with its own connection."""

    def __init__(self, folder: "str | Path", params: dict[str, Any]) -> None:
        super().__init__(params)
        self.folder = Path(folder)
        self.process = 0
        self.database: sqlite3.Connection

    def ask(self, sql: str, *given: object) -> sqlite3.Cursor:
        """Run a statement, which is a transaction. A connection is not taken along into another process."""
        if self.process != os.getpid():
            self.database, self.process = self.opened(), os.getpid()
        return self.database.execute(sql, given)

    def opened(self) -> sqlite3.Connection:
        """A connection, opened one after the other: of two who set it up at once SQLite makes one wait for no time."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / "opening").open("w") as turn:
            locks.lock(turn, locks.LOCK_EX)
            database = sqlite3.connect(self.folder / "cache.sqlite3", timeout=WAIT, isolation_level=None)
            database.executescript(SET_UP)
        return database

    def row(self, key: str, value: Any, timeout: Any, version: int | None) -> tuple[str, float | None, bytes]:
        """What is kept of something."""
        kept = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        return self.make_and_validate_key(key, version), self.get_backend_timeout(timeout), kept

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep it unless something is kept by that name; whether it was added."""
        row = self.row(key, value, timeout, version)
        return self.ask(f"{WRITE} WHERE {IS_OVER}", *row, time.time()).rowcount == 1

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """What is kept by that name."""
        name = self.make_and_validate_key(key, version)
        found = self.ask(f"SELECT value FROM kept WHERE key = ? AND ({IS_OVER}) IS NOT TRUE", name, time.time())
        for (value,) in found.fetchall():
            return pickle.loads(value)
        return default

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep it by that name."""
        self.ask(WRITE, *self.row(key, value, timeout, version))
        if random.randrange(TIDY_ONCE_IN) == 0:
            self.tidy()

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep it that long from now on; whether there was anything."""
        name, until = self.make_and_validate_key(key, version), self.get_backend_timeout(timeout)
        sql = f"UPDATE kept SET until = ? WHERE key = ? AND ({IS_OVER}) IS NOT TRUE"
        return self.ask(sql, until, name, time.time()).rowcount == 1

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget it; whether there was anything."""
        return self.ask("DELETE FROM kept WHERE key = ?", self.make_and_validate_key(key, version)).rowcount == 1

    def clear(self) -> None:
        """Forget everything."""
        self.ask("DELETE FROM kept")

    def tidy(self) -> None:
        """Forget what is over, and of too many things those that are over first."""
        self.ask(f"DELETE FROM kept WHERE {IS_OVER}", time.time())
        [(number,)] = self.ask("SELECT COUNT(*) FROM kept")
        first = "SELECT key FROM kept ORDER BY until IS NULL, until LIMIT ?"
        self.ask(f"DELETE FROM kept WHERE key IN ({first})", max(0, number - self._max_entries))
