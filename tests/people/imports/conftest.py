"""Tests of imports bring sheets in: `bring("Ebo,Iwu,ebo@example.org")`."""

from collections.abc import Callable
from functools import partial

import pytest

from m4c.people.models import SheetImport
from tests.cast import Cast
from tests.importing import Counts, brought_in, data_folder, given_sheet, looked_through, rows_of_our_tables

__all__ = ["data_folder"]

Give = Callable[..., SheetImport]


@pytest.fixture
def give(cast: Cast) -> Give:
    """Takes a sheet of these rows."""
    return partial(given_sheet, cast)


@pytest.fixture
def look(cast: Cast) -> Give:
    """Takes a sheet and looks it through, writing nothing."""
    return partial(looked_through, cast)


@pytest.fixture
def bring(cast: Cast) -> Give:
    """Takes a sheet and brings it in."""
    return partial(brought_in, cast)


@pytest.fixture
def rows_of_all_tables(db: None) -> Callable[[], Counts]:
    """Counts the rows of our tables."""
    return rows_of_our_tables
