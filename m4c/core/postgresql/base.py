"""Django's PostgreSQL, whose server keeps the plans of statements that are marked for it (docs/decisions/0047).

For that the values go beside the text, which the settings ask for (`server_side_binding`). The protocol counts them in
two bytes; Django minds that from its version 6.0 on.
"""

from collections.abc import Sequence
from typing import Any, Self

from django.db.backends.postgresql import base
from django.db.backends.postgresql.features import DatabaseFeatures as Features
from django.db.backends.postgresql.operations import DatabaseOperations as Operations

from m4c.core.postgresql.kept import Kept

AGAIN = 1  # a plan is kept from the second time on
MOST = 300  # plans that a connection keeps, of some 0.1 MB each: those asked for last


class Cursor(base.ServerBindingCursor):
    """Django's, which has the plans of marked statements kept and of no others: by their values others are better."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        """Run a statement."""
        prepare = None if type(query) is Kept else False
        return super().execute(query, params, prepare=prepare, **options)  # type: ignore[misc] # psycopg's own


class DatabaseFeatures(Features):
    """Django's, with the bound on values."""

    max_query_params = 65_535


class DatabaseOperations(Operations):
    """Django's, which writes no more at once than that."""

    def bulk_batch_size(self, fields: Sequence[Any], objs: Sequence[Any]) -> int:
        """How many rows one statement writes."""
        return min(len(objs), DatabaseFeatures.max_query_params // max(1, len(fields)))


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection, which keeps plans."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection of psycopg."""
        connection = super().get_new_connection(conn_params)
        connection.cursor_factory = Cursor
        connection.prepare_threshold, connection.prepared_max = AGAIN, MOST
        return connection
