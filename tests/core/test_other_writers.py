"""What others write is noticed on SQLite, where one writer waits for another, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from m4c.core import other_writers
from m4c.core.other_writers import OtherWriters

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine_and_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseDatabaseWrapper]]:
    """Two connections to a database that is a file; ours is the first."""
    where = {"ENGINE": "m4c.core.sqlite3", "NAME": tmp_path / "m4c.sqlite3"}
    opened = [ConnectionHandler({"default": where})["default"] for _each in range(2)]
    write(opened[0], "CREATE TABLE written (number INTEGER)")
    monkeypatch.setattr(other_writers, "connection", opened[0])
    yield opened
    for each in opened:
        each.close()


def write(connection: BaseDatabaseWrapper, statement: str = "INSERT INTO written VALUES (1)") -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_others_write_is_noticed_once(mine_and_theirs: list[BaseDatabaseWrapper]) -> None:
    others = OtherWriters()
    assert not others.wrote()
    write(mine_and_theirs[1])
    assert (others.wrote(), others.wrote()) == (True, False)


def test_what_one_writes_oneself_is_none_of_it(mine_and_theirs: list[BaseDatabaseWrapper]) -> None:
    others = OtherWriters()
    write(mine_and_theirs[0])
    assert not others.wrote()


def test_any_database_takes_it() -> None:
    assert not OtherWriters().wrote()
