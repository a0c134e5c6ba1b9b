"""What the tests of the command line share: a data folder that is migrated already, and a database of nobody."""

import shutil
from pathlib import Path

import pytest
from django.apps import apps

from m4c.people.operations.bringing_in.taking_back import depth
from tests.cast import Cast
from tests.databases import SQLite


@pytest.fixture
def migrated(tmp_path: Path) -> None:
    """The template stands in `data`, as if a command had been there: to migrate takes longer than all these tests."""
    template = SQLite()
    template.ensure_template()
    (tmp_path / "data").mkdir()
    shutil.copyfile(template.kept, tmp_path / "data" / "m4c.sqlite3")


@pytest.fixture
def empty(cast: Cast) -> None:
    """A database with nobody in it, for this test."""
    people = [model for model in apps.get_models() if model.__module__.startswith(("m4c.people", "m4c.core"))]
    for model in sorted(people, key=depth, reverse=True):
        model._default_manager.all()._raw_delete("default")
