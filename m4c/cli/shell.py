"""What every command shares: sections of help, a prepared data folder, and one sentence for a user's mistake."""

import importlib
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

import click
from click.exceptions import NoArgsIsHelpError

from m4c.core.rubbish import loading


class Listed(NamedTuple):
    """A command in the table of contents: where it is, and what it does; without words it is not shown.

    Django is loaded before a command that works on records; what only starts others does without.
    """

    where: str
    does: str
    loads_django: bool = True


class TableOfContents(click.Group):
    """Commands by section, each loaded only when it is called, on a data folder that is ready."""

    def __init__(self, *args: Any, sections: dict[str, dict[str, Listed]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections
        self.listed = {name: listed for commands in sections.values() for name, listed in commands.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the contents."""
        return list(self.listed)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, loaded with Django behind it; None for an unknown one."""
        if name not in self.listed:
            return None
        listed = self.listed[name]
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        if listed.loads_django:
            set_up()
        module, _, attribute = listed.where.partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of contents."""
        for section, commands in self.sections.items():
            with formatter.section(section):
                formatter.write_dl([(name, listed.does) for name, listed in commands.items() if listed.does])

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and say a user's mistake in one sentence, with exit status 1 and no traceback."""
        try:
            status = super().main(*args, **kwargs | {"standalone_mode": False})
        except NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except (Exception, click.Abort) as error:
            sentence = sentence_of(error)
            if sentence is None:
                raise
            click.echo(sentence, err=True)
            sys.exit(1)
        sys.exit(status if isinstance(status, int) else 0)


def set_up() -> None:
    """Load Django with our settings."""
    with loading():
        import django

        django.setup()


def prepare() -> None:
    """Make the data folder what this version needs, database and translations, quietly; quick where nothing is to do.

    SQLite is migrated here. A database of one's own (`DATABASE_URL`) is migrated on purpose only: raises Refused
    while migrations are pending.
    """
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from m4c.core import empty_database
    from m4c.core.catalogues import build_catalogues
    from m4c.core.errors import Refused

    build_catalogues()
    if empty_database.is_missing():
        empty_database.make_database()
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if connection.vendor != "sqlite" and not os.environ.get("M4C_MIGRATE"):
        raise Refused(
            "This database needs migrating first: back it up, then run the command again with M4C_MIGRATE=yes."
        )
    empty_database.migrate()


def sentence_of(error: Exception) -> str | None:
    """The sentence for a user's mistake; None for a mistake of ours, which keeps its traceback."""
    from django.core.exceptions import ImproperlyConfigured

    from m4c.core.errors import Refused

    if isinstance(error, (Refused, ImproperlyConfigured)):
        return str(error)
    if isinstance(error, click.Abort):
        return "Stopped."
    if isinstance(error, click.UsageError) and error.ctx:
        return f"{error.format_message()} See {error.ctx.command_path} --help."
    return error.format_message() if isinstance(error, click.ClickException) else None


def make_writable(path: Path) -> Path:
    """The path of a file that can be written, made for nobody else on this machine. Raises Refused where it cannot."""
    from m4c.core.errors import Refused

    try:
        path.touch(mode=0o600)
        path.open("ab").close()
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}.") from error
    return path
