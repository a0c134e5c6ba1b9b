"""Which database looks in the texts, and what each must be able to do; the two find the same people."""

from collections.abc import Collection, Sequence
from typing import Any, Protocol, cast

from django.db import connection

from m4c.people.finding import postgresql, sqlite
from m4c.people.finding.conditions import Condition


class Backend(Protocol):
    """SQL with its values, for one kind of database."""

    REBUILD: str

    def hits(self, conditions: Sequence[Condition], limit: int | None) -> tuple[str, list[Any]]: ...
    def more_than(self, condition: Condition, number: int) -> tuple[str, list[Any]]: ...
    def drop_unused(self, words: Collection[str]) -> tuple[str, list[Any]]: ...


def backend() -> Backend:
    """The one of the database in use."""
    return cast(Backend, {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor])
