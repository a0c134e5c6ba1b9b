"""What the tests of the command line share: a data folder that is migrated already."""

import shutil
from pathlib import Path

import pytest

from tests.databases import SQLite


@pytest.fixture
def migrated(tmp_path: Path) -> None:
    """The template stands in `data`, as if a command had been there: to migrate takes longer than all these tests."""
    template = SQLite()
    template.ensure_template()
    (tmp_path / "data").mkdir()
    shutil.copyfile(template.kept, tmp_path / "data" / "m4c.sqlite3")
