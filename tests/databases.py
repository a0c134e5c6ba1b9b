"""The tests' database: migrated once into a template, kept between runs, and copied for each run and worker.

The template is named by what it was made from: lock file, migrations, the data they load, the apps installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection
from filelock import FileLock
from psycopg import sql

from m4c.core.empty_database import migrate

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "var" / "test-databases"
MADE_FROM = ("requirements/dev.txt", "m4c/*/migrations/*.py", "m4c/*/data/**/*", "tests/databases.py")
MAKE = "import django; django.setup(); from m4c.core.empty_database import make_database; make_database()"
KEPT_SECONDS = 7 * 24 * 3600
WRONG_OUTSIDE_PLACES = """
    SELECT 1 FROM sqlite_master AS tables, pragma_foreign_key_check(tables.name)
    WHERE tables.type = 'table' AND tables.name NOT LIKE 'places%'
"""


def template_name() -> str:
    """A short name that changes whenever a freshly migrated database would."""
    digest = hashlib.sha256(" ".join(settings.INSTALLED_APPS).encode())
    for path in sorted(path for pattern in MADE_FROM for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Database(ABC):
    """One worker's database and the template it is copied from."""

    def __init__(self) -> None:
        self.template = template_name()

    def make(self) -> None:
        """Give this worker its database."""
        self.ensure_template()
        self.restore()

    def ensure_template(self) -> None:
        """The first one to come migrates the template, the others wait for it."""
        TEMPLATES.mkdir(parents=True, exist_ok=True)
        with FileLock(TEMPLATES / "making.lock"):
            if not self.has_template():
                self.make_template()

    @abstractmethod
    def has_template(self) -> bool:
        """Whether the template stands, whole."""

    @abstractmethod
    def make_template(self) -> None:
        """Migrate an empty database and keep it as the template; forget old ones."""

    @abstractmethod
    def restore(self) -> None:
        """Bring this worker's database back to the template's state, or to what `keep` found."""

    @abstractmethod
    def keep(self) -> None:
        """Let `restore` bring back what stands in the database now."""

    @abstractmethod
    def drop(self) -> None:
        """Leave nothing behind at the end of the run."""

    @contextmanager
    def checked_quickly(self) -> Iterator[None]:
        """While this stands, the look that Django takes at every foreign key after each test is a quick one."""
        yield


class SQLite(Database):
    """The file stays where the settings say: in this process's own data folder."""

    def __init__(self) -> None:
        super().__init__()
        self.file = Path(connection.settings_dict["NAME"])
        self.kept = self.source = TEMPLATES / f"{self.template}.sqlite3"

    def has_template(self) -> bool:
        return self.kept.exists()

    def make_template(self) -> None:
        for old in TEMPLATES.glob("*.sqlite3"):
            if time.time() - old.stat().st_mtime > KEPT_SECONDS:
                old.unlink()
        with tempfile.TemporaryDirectory() as data:  # by a process of its own: our settings may name PostgreSQL
            environment = {**os.environ, "M4C_DATA": data, "DATABASE_URL": ""}
            subprocess.run([sys.executable, "-c", MAKE], cwd=ROOT, env=environment, check=True)
            part = self.kept.with_suffix(".part")
            shutil.copyfile(Path(data) / "m4c.sqlite3", part)
        part.replace(self.kept)

    def restore(self) -> None:
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            self.file.with_name(self.file.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(self.source, self.file)

    def keep(self) -> None:
        connection.close()
        self.source = self.file.with_suffix(".kept")
        shutil.copyfile(self.file, self.source)

    def drop(self) -> None:
        connection.close()  # the file goes with its folder

    @contextmanager
    def checked_quickly(self) -> Iterator[None]:
        """Leave out the tables of places, where no test wrote to them: their foreign keys lead to each other alone, and
        to look through their forty thousand rows takes longer than most tests."""
        check, places_written = connection.check_constraints, False

        def look(execute: Callable[..., Any], statement: str, *more: Any) -> Any:
            nonlocal places_written
            places_written = places_written or ('"places_' in statement and not statement.startswith("SELECT"))
            return execute(statement, *more)

        def check_written(table_names: list[str] | None = None) -> None:
            nonlocal places_written
            with connection.cursor() as cursor:
                if table_names or places_written or cursor.execute(WRONG_OUTSIDE_PLACES).fetchone():
                    check(table_names)
            places_written = False

        with connection.execute_wrapper(look), patch.object(connection, "check_constraints", check_written):
            yield


class PostgreSQL(Database):
    """A database beside the one that DATABASE_URL names, which itself is never touched."""

    def __init__(self, worker: str) -> None:
        super().__init__()
        self.kept = self.source = f"m4c_template_{self.template}"
        self.name = f"m4c_test_{worker}_{os.getpid()}"
        self.url = urlsplit(os.environ["DATABASE_URL"])

    def use(self, name: str) -> None:
        """Let Django, and any program that a test starts, speak to this database."""
        connection.close()
        connection.settings_dict["NAME"] = name
        os.environ["DATABASE_URL"] = self.url._replace(path=f"/{name}").geturl()

    def run(self, statement: str, *names: str) -> list[tuple[object, ...]]:
        """Run a statement on databases as wholes; `{}` stands for a name."""
        with psycopg.connect(self.url._replace(path="/postgres").geturl(), autocommit=True) as maintenance:
            cursor = maintenance.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
            return cursor.fetchall() if cursor.description else []

    def has_template(self) -> bool:
        return (self.kept,) in self.run("SELECT datname FROM pg_database")

    def make_template(self) -> None:
        for (old,) in self.run("SELECT datname FROM pg_database WHERE datname LIKE 'm4c_template_%'"):
            self.run("DROP DATABASE {} WITH (FORCE)", str(old))
        part = f"{self.kept}_part"
        self.run("CREATE DATABASE {}", part)
        self.use(part)
        migrate()
        self.use(self.name)
        self.run("ALTER DATABASE {} RENAME TO {}", part, self.kept)

    def restore(self) -> None:
        self.use(self.name)
        self.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
        self.run("CREATE DATABASE {} TEMPLATE {}", self.name, self.source)

    def keep(self) -> None:
        connection.close()
        self.source = f"{self.name}_kept"
        self.run("CREATE DATABASE {} TEMPLATE {}", self.source, self.name)

    def drop(self) -> None:
        connection.close()
        for name in (self.name, f"{self.name}_kept"):
            self.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def database_of(worker: str) -> Database:
    """The database of this worker ("gw0", or "master" alone), of the kind that the settings name."""
    return PostgreSQL(worker) if connection.vendor == "postgresql" else SQLite()
