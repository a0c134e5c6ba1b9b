"""Writes columns of rows that are there, as `update` of a queryset does, which writes its statement anew each time."""

from collections.abc import Collection
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction


def update_those(model: type[models.Model], name: str, those: Collection[Any], **values: Any) -> int:
    """Give these values to the rows in whose field of this name one of those stands. Returns how many there are."""
    return _write("{column} = %s", model, name, those, values)


def add_to_those(model: type[models.Model], name: str, those: Collection[Any], **numbers: int) -> int:
    """The same, adding each number to what stands there."""
    return _write("{column} = {column} + %s", model, name, those, numbers)


def _write(how: str, model: type[models.Model], name: str, those: Collection[Any], values: dict[str, Any]) -> int:
    """One statement; none where there are none of those."""
    if not those:
        return 0
    connection = connections[DEFAULT_DB_ALIAS]
    quote, field_of = connection.ops.quote_name, model._meta.get_field
    written: list[tuple[Any, Any]] = [(field_of(each), value) for each, value in values.items()]
    given = [field.get_db_prep_save(value, connection) for field, value in written]
    where: Any = field_of(name)
    sought = [where.get_db_prep_value(value, connection) for value in those]
    columns = ", ".join([how.format(column=quote(field.column)) for field, _value in written])
    places = ", ".join(["%s"] * len(sought))
    sql = f"UPDATE {quote(model._meta.db_table)} SET {columns} WHERE {quote(where.column)} IN ({places})"
    with transaction.mark_for_rollback_on_error(), connection.cursor() as cursor:
        cursor.execute(sql, [*given, *sought])
        return int(cursor.rowcount)
