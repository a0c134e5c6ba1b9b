"""Rows of another table as one value, read in the statement of the row they belong to: for few and small ones."""

from typing import Any

from django.db.models import Aggregate, JSONField, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.db.models.sql.compiler import SQLCompiler


class JSONRows(Aggregate):
    """All of a group as a list; both databases do it, each by a name of its own."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **options: Any) -> Any:
        """As PostgreSQL calls it."""
        return self.as_sql(compiler, connection, function="JSONB_AGG", **options)


def rows_along(rows: "QuerySet[Any]", of: str, *fields: str) -> Subquery:
    """These fields of rows that share one `of`, as dictionaries with days as text; None where there are no rows."""
    each = JSONRows(JSONObject(**{name: name for name in fields}))
    return Subquery(rows.order_by().values(of).annotate(along=each).values("along"))
