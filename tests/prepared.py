"""What holds prepared statements to the rules they were written by: each is built anew for all that it is asked."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from m4c.core.prepared import Prepared

STATEMENT: Callable[..., Any] = Prepared.statement
HELD: set[tuple[Any, ...]] = set()  # statements, with values but for times, that were held to their rule


def checked(prepared: Prepared[..., Any], given: dict[str, Any]) -> Any:
    """The statement as it is kept, once it says word for word what the ORM says for these very arguments."""
    statement, values = STATEMENT(prepared, given)
    asked = (statement, *[each for each in values.items() if not isinstance(each[1], datetime)])
    if asked in HELD:
        return statement, values
    HELD.add(asked)
    as_kept = bare(statement.sql, statement.filled(values))
    anew = as_built(prepared.build(**given))
    assert as_kept == anew, f"{prepared.build.__qualname__} is kept as {as_kept}, and written as {anew}."
    return statement, values


def as_built(queryset: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
    """The SQL of a queryset and its parameters; empty where nothing can be in it."""
    try:
        sql, params = queryset.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return "", ()
    return bare(sql, params)


def bare(sql: str, params: Iterable[Any]) -> tuple[str, tuple[Any, ...]]:
    """A statement without the brackets that the ORM puts round an expression, which a blank is, and round no value."""
    return sql.replace("(%s)", "%s"), tuple(params)
