"""Writes many new rows of a table at once, for imports: as `bulk_create` does, which asks each field of each row three
times what it would be. Most fields hold what the database takes as it is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.models import AutoField, Field

from m4c.core.blanks import adapted
from m4c.core.chunks import in_chunks

Row = TypeVar("Row", bound=models.Model)
VALUES = 10_000  # in one statement; SQLite takes 32,766 (limits, SQLITE_MAX_VARIABLE_NUMBER)

# Fields whose values go into the database as they stand on a row.
AS_THEY_STAND = {
    models.CharField,
    models.TextField,
    models.SlugField,
    models.EmailField,
    models.BooleanField,
    models.FloatField,
    models.IntegerField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
    models.ForeignKey,
    models.OneToOneField,
}


@dataclass(frozen=True)
class Table:
    """How rows of a model are written: the columns, and of those the fields that see to their values themselves."""

    opening: str
    columns: int
    take: Callable[[Any], tuple[Any, ...]]
    seen_to: tuple[tuple[int, "Field[Any, Any]"], ...]
    key: str

    def values(self, row: models.Model, connection: Any) -> list[Any]:
        """What is written of a row, in the order of the columns."""
        values = list(self.take(row))
        for place, field in self.seen_to:
            values[place] = seen_to(field, field.pre_save(row, add=True), connection)
        return values


def seen_to(field: "Field[Any, Any]", value: Any, connection: Any) -> Any:
    """A value as the database takes it. What is what its field holds needs no look by the field, which takes three."""
    if value is None:
        return None
    is_moment = type(field) is models.DateTimeField and type(value) is datetime and value.tzinfo is not None
    if is_moment or (type(field) is models.UUIDField and type(value) is UUID):
        return adapted(value, connection)
    return field.get_db_prep_save(value, connection=connection)


@cache
def table_of(model: type[models.Model]) -> Table:
    """How rows of this model are written."""
    fields = [each for each in model._meta.concrete_fields if not (isinstance(each, AutoField) or each.generated)]
    quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
    names = ", ".join(quote(str(each.column)) for each in fields)
    return Table(
        opening=f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ",
        columns=len(fields),
        take=attrgetter(*[each.attname for each in fields]),
        seen_to=tuple((place, each) for place, each in enumerate(fields) if type(each) not in AS_THEY_STAND),
        key=quote(str(model._meta.pk.column)),
    )


def insert_many(rows: Iterable[Row], *, but_known: bool = False) -> list[Row]:
    """Write these new rows, all of one model, and give each its id; all of them or none.

    With `but_known` rows that a unique constraint forbids are left out, and no row is given an id. Raises
    IntegrityError where the database refuses one. Sends no signals.
    """
    new = list(rows)
    if not new:
        return new
    most = VALUES // table_of(type(new[0])).columns
    with transaction.atomic(savepoint=False) if len(new) > most else transaction.mark_for_rollback_on_error():
        for some in in_chunks(new, most):
            insert(some, but_known=but_known)
    return new


def insert(rows: list[Row], *, but_known: bool) -> None:
    """Write as many as one statement takes."""
    connection, table = connections[DEFAULT_DB_ALIAS], table_of(type(rows[0]))
    for row in rows:
        if row._state.fields_cache:  # it was given records, not their ids
            row._prepare_related_fields_for_save(operation_name="insert_many")  # type: ignore[attr-defined]
    places = f"({', '.join(['%s'] * table.columns)})"
    closing = " ON CONFLICT DO NOTHING" if but_known else f" RETURNING {table.key}"
    params = [value for row in rows for value in table.values(row, connection)]
    with connection.cursor() as cursor:
        cursor.execute(table.opening + ", ".join([places] * len(rows)) + closing, params)
        if but_known:
            return
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk, row._state.adding, row._state.db = key, False, DEFAULT_DB_ALIAS
