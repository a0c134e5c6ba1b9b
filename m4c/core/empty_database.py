"""An empty database brought to what this version needs: migrated once on a machine, and copied from then on."""

import os
import shutil
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from m4c.core.fingerprint import fingerprint

# Packages bring a hundred small migrations, each of which draws up every table there is: they come while there are few,
# after accounts (people 0000), on which they hang, and before all else of ours.
FIRST = (
    *("taggit", "wagtailcore", "wagtailadmin", "wagtailimages"),
    *("wagtailredirects", "wagtailsearch", "wagtailusers"),
    *("account", "mfa", "django_tasks_database"),
)
MADE_FROM = ("requirements/base.txt", "config/settings.py", "m4c/*/migrations", "m4c/places/data")


def migrate() -> None:
    """Bring the database to what this version needs."""
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        executor.migrate([last for app in FIRST for last in executor.loader.graph.leaf_nodes(app)])
    call_command("migrate", verbosity=0, interactive=False)


def make_database() -> None:
    """Give a data folder without a SQLite database a migrated one: the copy that was kept, or a new one to copy from.

    Nothing is kept where the software may not write beside its packages.
    """
    file, kept = Path(connection.settings_dict["NAME"]), kept_copy()
    if kept.exists():
        part = file.with_name(f"{file.name}.{os.getpid()}")
        shutil.copyfile(kept, part)
        part.replace(file)
        return
    migrate()
    if os.access(kept.parent, os.W_OK):
        keep(kept)


def keep(kept: Path) -> None:
    """Write the database as it stands beside the packages, whole or not at all, in place of those of other versions."""
    part = kept.with_name(f"{kept.name}.{os.getpid()}")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(part)])
    for old in kept.parent.glob("m4c-empty-*.sqlite3"):
        old.unlink(missing_ok=True)
    part.replace(kept)


def is_missing() -> bool:
    """Whether this data folder is to have a SQLite database and has none yet."""
    file = Path(connection.settings_dict["NAME"])
    return connection.vendor == "sqlite" and (not file.exists() or file.stat().st_size == 0)


def kept_copy() -> Path:
    """Where the migrated database of this version is kept for copying."""
    return Path(sys.prefix) / f"m4c-empty-{fingerprint(settings.BASE_DIR, MADE_FROM)[:16]}.sqlite3"
