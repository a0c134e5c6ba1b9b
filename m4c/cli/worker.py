"""`m4c worker`: background tasks and the schedule, apart from the web server."""

import os
from pathlib import Path

import click
from django.conf import settings

from config.schedule import SCHEDULE
from m4c.cli.alone import alone
from m4c.cli.shell import prepare
from m4c.core.parent import end_with_parent
from m4c.core.worker import run_worker


@click.command()
@click.option("--name", default="worker", show_default=True, help="A name of its own for each worker of a data folder.")
def worker(name: str) -> None:
    """Run background tasks and the schedule, until Ctrl+C. `m4c serve` runs one by itself.

    Example:  m4c worker --name second
    """
    prepare()
    if os.environ.get("M4C_SERVED"):
        end_with_parent()
    with alone(f"{name}.lock", f"A worker called {name} is at work in {settings.DATA_DIR} already."):
        run_worker(f"{name}@{data_folder_id()}", SCHEDULE)


def data_folder_id() -> str:
    """What tells this data folder's workers from those of another machine on the same database."""
    path: Path = settings.DATA_DIR / "id"
    if not path.exists():
        path.write_text(os.urandom(6).hex())
    return path.read_text()
