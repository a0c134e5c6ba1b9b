"""Statements whose SQL is built once and then filled in, for what pages ask again and again (docs/decisions/0045)."""

from collections.abc import Callable, Hashable
from functools import partial, update_wrapper
from inspect import signature
from typing import Any, Generic, ParamSpec, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Aggregate, QuerySet, Value, prefetch_related_objects

from m4c.core.blanks import Blank, Values, outline_of
from m4c.core.postgresql.kept import Kept

MOST = 1_000  # statements that a connection keeps, of some 40 kB each: those asked for last
LONGEST = 100  # of a list: one of so many hardly comes again, and is not kept

Given = ParamSpec("Given")
Row = TypeVar("Row")


class Statement(Generic[Row]):
    """One statement, as the ORM built it for one shape of arguments, on one connection."""

    def __init__(self, queryset: Any, connection: Any, text: type[str]) -> None:
        self.queryset, self.connection = queryset, connection
        self.compiler: Any = queryset.query.get_compiler(connection=connection)
        try:
            sql, self.params = self.compiler.as_sql()
            self.sql = text(sql)
        except EmptyResultSet:  # a condition that no row fulfils, like a choice among none
            self.sql, self.params = "", ()
        else:
            chosen = [each for each, *_rest in self.compiler.select[: self.compiler.col_count]]
            for name in ("get_converters", "has_composite_fields"):  # asked of the columns anew each time otherwise
                vars(self.compiler)[name] = partial(answered, getattr(self.compiler, name)(chosen))
            queryset.query.get_compiler = partial(answered, self.compiler)
            queryset.query.where = self.compiler.where = None  # in the SQL by now, and most of what would be kept
            self.asked = _Asked(queryset)

    def filled(self, values: Values) -> tuple[Any, ...]:
        """Its parameters, with these values in its blanks."""
        connection = self.connection
        return tuple([each.filled(values, connection) if type(each) is Blank else each for each in self.params])

    def rows(self, values: Values) -> list[Row]:
        """What it finds with these values, made by Django as it makes all rows; of them it keeps nothing."""
        if not self.sql:
            return []
        vars(self.compiler)["as_sql"] = partial(answered, (self.sql, self.filled(values)))
        try:
            rows = list(self.queryset._iterable_class(self.asked))
        finally:
            del vars(self.compiler)["as_sql"]
        if self.queryset._prefetch_related_lookups:
            prefetch_related_objects(rows, *self.queryset._prefetch_related_lookups)
        return rows


def answered(answer: Any, *_args: Any, **_options: Any) -> Any:
    """What is known, whatever is asked along with it."""
    return answer


class _Asked:
    """What Django's makers of rows ask of a queryset: with this compiler, which answers with the SQL that is known."""

    def __init__(self, queryset: Any) -> None:
        self.query, self.db, self.model = queryset.query, queryset.db, queryset.model
        self._fields = queryset._fields
        self._known_related_objects: dict[Any, Any] = {}


class Prepared(Generic[Given, Row]):
    """A function that builds a queryset, as one that answers with its rows.

    Numbers, texts, times and uids among its arguments, lists of them, and what an account holds become blanks; by all
    else, and by how many a list holds, it may decide what it builds. It reads no clock. How many rows it is to answer
    with stands in the SQL: it is given as a range.
    """

    def __init__(self, build: Callable[Given, QuerySet[Any, Row]], text: type[str]) -> None:
        update_wrapper(self, build)
        self.build, self.names, self.text = build, tuple(signature(build).parameters), text

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> list[Row]:
        """The rows for these arguments."""
        given = dict(zip(self.names, args, strict=False), **kwargs)
        if any(isinstance(each, list) and len(each) > LONGEST for each in given.values()):
            return list(self.build(*args, **kwargs))
        statement, values = self.statement(given)
        return statement.rows(values)

    def statement(self, given: dict[str, Any]) -> tuple[Statement[Row], Values]:
        """The statement for such arguments, built if there is none, and the values that go into its blanks."""
        outlines = {name: outline_of(name, value) for name, value in given.items()}
        values: Values = {}
        for each in outlines.values():
            values |= each.values
        connection = connections[DEFAULT_DB_ALIAS]
        kept = kept_by(connection)
        key = (self, *[(name, each.shape) for name, each in outlines.items()])
        statement = kept.pop(key, None)
        if statement is None:
            drawn = {name: each.drawn() for name, each in outlines.items()}
            statement = Statement(cast(Any, self.build)(**drawn), connection, self.text)
        kept[key] = statement  # behind all others: the first is the one that was not asked for longest
        return statement, values


def prepared(build: Callable[Given, QuerySet[Any, Row]]) -> Prepared[Given, Row]:
    """Decorates a function that builds a queryset: called, it answers with the rows, its SQL built and planned once."""
    return Prepared(build, Kept)


def prepared_to_plan(build: Callable[Given, QuerySet[Any, Row]]) -> Prepared[Given, Row]:
    """The same where it hangs on the values by which way it is answered best, as on how common a part of a name is."""
    return Prepared(build, str)


def kept_by(connection: Any) -> dict[Hashable, Statement[Any]]:
    """The statements that a connection keeps, by what they were written by."""
    kept: dict[Hashable, Statement[Any]] = connection.__dict__.setdefault("prepared_statements", {})
    while len(kept) > MOST:
        del kept[next(iter(kept))]
    return kept


def padded(ids: list[int]) -> list[int]:
    """These ids, the last repeated up to a power of two, for `one_of`: lists of about one length share a statement."""
    return ids + ids[-1:] * ((1 << (len(ids) - 1).bit_length()) - len(ids)) if ids else ids


def in_all(rows: QuerySet[Any, Any], number: Aggregate) -> QuerySet[Any, Any]:
    """A count or a sum of these rows, as the one row of a queryset: what `aggregate` answers at once."""
    whole = rows.order_by().annotate(whole=Value(1)).values("whole")  # one group of all rows
    return whole.annotate(number=number).values_list("number", flat=True)
