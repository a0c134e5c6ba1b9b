"""Writes many new rows of a table at once, for imports: as `bulk_create` does, which asks each field of each row three
times what it would be. Most fields hold what the database takes as it is.

`insert_many` takes rows, `insert_columns` what stands in each column, for which no row need be made.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.models import AutoField, Field
from django.utils import timezone

from m4c.core.blanks import adapted
from m4c.core.chunks import in_chunks

Row = TypeVar("Row", bound=models.Model)
PLACE = "%s"
NOTHING = {None: "NULL", "": "''"}
ROWS = 100  # in one statement: many are the same then, word for word, and SQLite keeps them ready

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
class Shared:
    """A value that all rows have."""

    value: Any

    def of(self, number: int) -> list[Any]:
        """The same for each of so many."""
        return [self.value] * number


@dataclass(frozen=True)
class Column:
    """A column of a table, and how values get into it."""

    field: "Field[Any, Any]"
    name: str  # what rows call it
    takes_all: bool  # whether values go into it as they stand
    usual: Shared | None  # what stands in it of rows that say nothing of it, where that is the same each time

    def by_default(self, number: int) -> "list[Any] | Shared":
        """What stands in it of so many rows that say nothing of it."""
        if self.usual is not None:
            return self.usual
        if is_of_now(self.field):
            return Shared(timezone.now())
        return [self.field.get_default() for _each in range(number)]

    def prepared(self, values: "list[Any] | Shared") -> "list[Any] | Shared":
        """Values, or the one that all share, as the database takes them."""
        if self.takes_all:
            return values
        connection = connections[DEFAULT_DB_ALIAS]
        if isinstance(values, Shared):
            return Shared(taken(self.field, connection, values.value))
        return [taken(self.field, connection, each) for each in values]


def is_of_now(field: "Field[Any, Any]") -> bool:
    """Whether it holds when a row is written."""
    return bool(getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))


def column_of(field: "Field[Any, Any]") -> Column:
    """The column of a field."""
    is_made = is_of_now(field) or (field.has_default() and callable(field.default))
    usual = None if is_made else Shared(field.get_default())
    return Column(field, str(field.attname), type(field) in AS_THEY_STAND, usual)


def taken(field: "Field[Any, Any]", connection: Any, value: Any) -> Any:
    """A value as the database takes it. What is what its field holds needs no look by the field, which takes three."""
    if value is None:
        return None
    kind = type(field)
    is_moment = kind is models.DateTimeField and type(value) is datetime and value.tzinfo is not None
    if is_moment or (kind is models.UUIDField and type(value) is UUID):
        return adapted(value, connection)
    if isinstance(field, models.JSONField):
        return connection.ops.adapt_json_value(value, field.encoder)
    return field.get_db_prep_save(value, connection=connection)


@dataclass(frozen=True)
class Table:
    """How rows of a model are written."""

    opening: str
    columns: tuple[Column, ...]
    names: frozenset[str]
    key: str
    take: Callable[[models.Model], tuple[Any, ...]]
    seen_to: tuple[tuple[int, "Field[Any, Any]"], ...]  # the columns that do not take a row's value as it stands

    def values(self, row: models.Model, connection: Any) -> list[Any]:
        """What is written of a row, in the order of the columns."""
        values = list(self.take(row))
        for place, field in self.seen_to:
            values[place] = taken(field, connection, field.pre_save(row, add=True))
        return values

    def write_columns(self, columns: "Sequence[list[Any] | Shared]", number: int, *, but_known: bool) -> list[Any]:
        """Write what so many rows have in these columns, all or none. Returns the keys, but not with `but_known`."""
        places = [place_of(each) for each in columns]
        values = [each.of(number) if isinstance(each, Shared) else each for each in columns]
        given = [each for each, place in zip(values, places, strict=True) if place == PLACE]
        return self.write(zip(*given, strict=True) if given else [()] * number, places, number, but_known=but_known)

    def write(
        self, rows: Iterable[Sequence[Any]], places: list[str], number: int, *, but_known: bool = False
    ) -> list[Any]:
        """The same of rows, whose values go into the places that are open."""
        one, closing = f"({', '.join(places)})", " ON CONFLICT DO NOTHING" if but_known else f" RETURNING {self.key}"
        keys: list[Any] = []
        whole = transaction.atomic(savepoint=False) if number > ROWS else transaction.mark_for_rollback_on_error()
        with whole, connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            for some in in_chunks(rows, ROWS) if number > ROWS else [list(rows)]:
                cursor.execute(f"{self.opening}{', '.join([one] * len(some))}{closing}", list(chain(*some)))
                keys += [] if but_known else [key for (key,) in cursor.fetchall()]
        return keys


def place_of(column: "list[Any] | Shared") -> str:
    """What stands in a statement for a value of a column: the value itself where it is a number or nothing for all."""
    if not isinstance(column, Shared):
        return PLACE
    if type(column.value) is int:
        return str(column.value)
    return NOTHING.get(column.value, PLACE) if isinstance(column.value, str | None) else PLACE


@cache
def table_of(model: type[models.Model]) -> Table:
    """How rows of this model are written."""
    fields = [each for each in model._meta.concrete_fields if not (isinstance(each, AutoField) or each.generated)]
    quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
    names = ", ".join(quote(str(each.column)) for each in fields)
    return Table(
        opening=f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ",
        columns=tuple(map(column_of, fields)),
        names=frozenset(each.attname for each in fields),
        key=quote(str(model._meta.pk.column)),
        take=attrgetter(*[each.attname for each in fields]),
        seen_to=tuple((place, each) for place, each in enumerate(fields) if type(each) not in AS_THEY_STAND),
    )


def insert_many(rows: Iterable[Row], *, but_known: bool = False) -> list[Row]:
    """Write these new rows, all of one model, and give each its id; all of them or none.

    With `but_known` rows that a unique constraint forbids are left out, and no row is given an id. Raises
    IntegrityError where the database refuses one. Sends no signals.
    """
    new = list(rows)
    if not new:
        return new
    for row in new:
        if row._state.fields_cache:  # it was given records, not their ids
            row._prepare_related_fields_for_save(operation_name="insert_many")  # type: ignore[attr-defined]
    table, connection = table_of(type(new[0])), connections[DEFAULT_DB_ALIAS]
    values = (table.values(row, connection) for row in new)
    keys = table.write(values, [PLACE] * len(table.columns), len(new), but_known=but_known)
    for row, key in zip(new, keys, strict=False):  # with `but_known` there are none
        row.pk, row._state.adding, row._state.db = key, False, DEFAULT_DB_ALIAS
    return new


def insert_columns(model: type[models.Model], *, but_known: bool = False, **columns: Any) -> list[Any]:
    """The same from what stands in the columns, by the names that rows have for them (`person_id`).

    A list holds a value for each row, anything else all of them share, and what is not given is as the field says.
    Returns the ids.
    """
    number = rows_in(columns)
    return write(model, filled(model, columns, number), number, but_known=but_known) if number else []


def insert_new(model: type[Row], **columns: Any) -> list[Row]:
    """The same, answered with the rows."""
    number = rows_in(columns)
    if not number:
        return []
    given = filled(model, columns, number)
    names = [str(model._meta.pk.attname), *given]
    values = [each.of(number) if isinstance(each, Shared) else each for each in given.values()]
    keys = write(model, given, number)
    return [model.from_db(DEFAULT_DB_ALIAS, names, each) for each in zip(keys, *values, strict=True)]


def in_columns(rows: Iterable[Sequence[Any]], *names: str) -> dict[str, Any]:
    """Rows whose values stand in the order of these names, as `insert_columns` takes them."""
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=False)) or {name: [] for name in names}


def write(
    model: type[models.Model], given: "dict[str, list[Any] | Shared]", number: int, *, but_known: bool = False
) -> list[Any]:
    """Write so many rows, of which this stands in all columns. Returns the ids."""
    table = table_of(model)
    columns = [column.prepared(given[column.name]) for column in table.columns]
    return table.write_columns(columns, number, but_known=but_known)


def rows_in(columns: dict[str, Any]) -> int:
    """How many rows these columns are of."""
    return len(next(each for each in columns.values() if isinstance(each, list)))


def filled(model: type[models.Model], columns: dict[str, Any], number: int) -> "dict[str, list[Any] | Shared]":
    """All columns of a table but the one of its ids, of these or by default."""
    table = table_of(model)
    if unknown := columns.keys() - table.names:
        raise TypeError(f"{model._meta.label} has no {', '.join(sorted(unknown))}")
    given = {name: shared(each) for name, each in columns.items()}
    return {c.name: given[c.name] if c.name in given else c.by_default(number) for c in table.columns}


def shared(values: Any) -> "list[Any] | Shared":
    """The values of rows; one that all have as such, and so nothing at all, as in columns that are seldom filled."""
    if not isinstance(values, list):
        return values if isinstance(values, Shared) else Shared(values)
    nothing = values[:1] in ([None], [""]) and values.count(values[0]) == len(values)
    return Shared(values[0]) if nothing else values
