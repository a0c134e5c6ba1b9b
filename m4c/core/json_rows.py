"""Rows of another table as one value, read in the statement of the row they belong to: for few and small ones."""

from typing import Any

from django.db.models import Aggregate, Func, JSONField, QuerySet, Subquery
from django.db.models.sql.compiler import SQLCompiler


class JSONRow(Func):
    """Fields of a row as a list; both databases do it, each by a name of its own."""

    function = "JSON_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **options: Any) -> Any:
        """As PostgreSQL calls it."""
        return self.as_sql(compiler, connection, function="JSONB_BUILD_ARRAY", **options)


class JSONRows(Aggregate):
    """All rows of a group as a list, likewise."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **options: Any) -> Any:
        """As PostgreSQL calls it."""
        return self.as_sql(compiler, connection, function="JSONB_AGG", **options)


def rows_along(rows: "QuerySet[Any]", of: str, *fields: str) -> Subquery:
    """These fields of rows that share one `of`, as lists with days as text; None where there are no rows."""
    each = JSONRows(JSONRow(*fields))
    return Subquery(rows.order_by().values(of).annotate(along=each).values("along"))
