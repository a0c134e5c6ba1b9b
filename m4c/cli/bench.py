"""`m4c bench`: the measured jobs, on data of their own."""

import os
import subprocess
import sys
import tempfile

import click
from django.conf import settings

from m4c.core.errors import Refused

SIZES = ["1k", "10k", "100k", "1m"]


@click.group()
def bench() -> None:
    """Measure, beside plain Django and the bare database in the same run. Nothing of yours is touched.

    Example:  m4c bench people --size 10k --format json
    """


@bench.command()
@click.option("--size", type=click.Choice(SIZES), default="10k", show_default=True, help="How many people.")
@click.option("--format", "as_", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
def people(size: str, as_: str) -> None:
    """Search, list, a person's page and a segment, on people made up for it in a folder that goes afterwards.

    Example:  m4c bench people --size 100k
    """
    if not (settings.BASE_DIR / "bench" / "people.py").exists():
        raise Refused("The measurements come with the source of the software, and are not here.")
    with tempfile.TemporaryDirectory(prefix="m4c-bench-") as data:
        surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        command = [sys.executable, "-m", "bench.people", "--size", size, "--format", as_]
        done = subprocess.run(command, cwd=settings.BASE_DIR, env=surroundings | {"M4C_DATA": data}, check=False)
    sys.exit(done.returncode)
