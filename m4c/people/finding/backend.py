"""Which database looks in the texts, and what each must be able to do; the two find the same people."""

from collections.abc import Collection, Sequence
from typing import Any, Protocol, cast

from django.db import connection

from m4c.people.finding import postgresql, sqlite
from m4c.people.finding.conditions import Condition
from m4c.people.written import Sql


class Backend(Protocol):
    """SQL with its values, for one kind of database."""

    REBUILD: str
    AMONG: str  # that a column holds one of some hits, where the search begins with them
    PLACE: str  # the function that tells where in a text another begins, 0 where it does not

    def asked(self, condition: Condition) -> Condition: ...
    def hits(self, asked: Sequence[Condition], most: int | None) -> Sql: ...
    def more_than(self, asked: Condition, number: int) -> Sql: ...
    def drop_unused(self, words: Collection[str]) -> tuple[str, list[Any]]: ...


def backend() -> Backend:
    """The one of the database in use."""
    return cast(Backend, {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor])
