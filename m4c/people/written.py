"""Conditions on a column of people whose SQL is written once: the ORM would build it anew in every query of a page."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from django.db.models import BooleanField, Func, Q, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Sql = tuple[str, tuple[Any, ...]]  # with its parameters; it says COLUMN wherever the column stands
COLUMN = "{column}"


class Written(Func):
    """A condition on the column at `field`, by SQL that is known.

    For what every list asks and no query changes: building such a subquery takes longer than its answer.
    """

    output_field = BooleanField()

    def __init__(self, field: str, sql: str, params: tuple[Any, ...]) -> None:
        super().__init__(field)
        self.sql, self.params = sql, params

    def as_sql(self, compiler: SQLCompiler, connection: Any, **options: Any) -> tuple[str, tuple[Any, ...]]:  # type: ignore[override]
        """The SQL, about the column as this query calls it."""
        column, _none = compiler.compile(self.source_expressions[0])
        return self.sql.replace(COLUMN, column), self.params


def by_sql(field: str, sql: Sql) -> Q:
    """The condition on the column at `field`, as a filter."""
    return Q(Written(field, *sql))


def one_of(values: Sequence[int] | Sequence[str]) -> Sql:
    """That one of these ids or words stands in the column: of a page of rows, each of which Django would look at three
    times.
    """
    return (f"{COLUMN} IN ({', '.join(['%s'] * len(values))})", tuple(values)) if values else ("1 = 0", ())


def below(paths: Sequence[str], ends: Sequence[str]) -> Sql:
    """That the column holds a path in one of these ranges, of one or more; where it holds nothing, it does not."""
    ranges = " OR ".join([f"({COLUMN} >= %s AND {COLUMN} < %s)"] * len(paths))
    return f"({COLUMN} IS NOT NULL AND ({ranges}))", tuple(chain.from_iterable(zip(paths, ends, strict=True)))


def among(*rows: QuerySet[Any], ids: Sequence[int] = ()) -> Sql:
    """That the `person` of one of these rows, or one of these ids, stands in the column, by an index of the column."""
    lists = [*map(_people_of, rows), *[("SELECT %s", (each,)) for each in ids]]
    return f"{COLUMN} IN ({' UNION ALL '.join(sql for sql, _params in lists)})", _params_of(lists)


def found_in(rows: QuerySet[Any]) -> Sql:
    """That the `person` of one of these rows stands in the column, by an index of the rows."""
    sql, params = _people_of(rows)
    return f"EXISTS (SELECT 1 FROM ({sql}) AS found WHERE found.person = {COLUMN})", params


def found_in_none(*rows: QuerySet[Any]) -> Sql:
    """That the column holds the `person` of none of these rows; it may hold nothing."""
    found = [found_in(each) for each in rows]
    return f"({' AND '.join(f'NOT {sql}' for sql, _params in found)})", _params_of(found)


def either(*conditions: Sql) -> Sql:
    """That the column fulfils one of these."""
    return f"({' OR '.join(sql for sql, _params in conditions)})", _params_of(conditions)


def _people_of(rows: QuerySet[Any]) -> Sql:
    """The SQL for the `person` of these rows."""
    sql, params = rows.order_by().values("person").query.sql_with_params()
    return sql, tuple(params)


def _params_of(conditions: Iterable[Sql]) -> tuple[Any, ...]:
    """All their parameters, in order."""
    return tuple(chain.from_iterable(params for _sql, params in conditions))
