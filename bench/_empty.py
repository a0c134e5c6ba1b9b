"""The empty database that people are built in, past all operations, to be measured."""

import os

from django.conf import settings

from m4c.cli.shell import prepare
from m4c.core.assets import build_assets
from m4c.people.models import Person


def make_empty() -> None:
    """Make what a measurement needs in its data folder, and let clients in. Ends the run where people are there."""
    os.environ.setdefault("M4C_MIGRATE", "yes")  # an empty database is nobody's in use
    prepare()
    build_assets()
    if Person.objects.exists():
        raise SystemExit("There are people in this database: measuring needs an empty one.")
    settings.ALLOWED_HOSTS = ["*"]
