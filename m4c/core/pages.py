"""A page of a long list, from one row to the next by the rows themselves, so that page 900 costs what page 1 does."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

from m4c.core.models.record import uid_of

Row = TypeVar("Row", bound=Model)
SIZE = 25
SLUG = re.compile(r"[-\w]{1,200}")


class Way(Enum):
    """To which side of a row a page is read."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class Page(Generic[Row]):
    """The rows of a page, and the addresses of the pages before and after it; blank where there are none."""

    rows: list[Row]
    newer: str
    older: str


def beyond(row: Model, order: str) -> Q:
    """Rows that come after this one where they go by the field `order` and, where that is the same, by id: both down
    where it begins with a minus, as in `ordering`.
    """
    name, way = order.removeprefix("-"), "lt" if order.startswith("-") else "gt"
    value = getattr(row, name)
    return Q(**{f"{name}__{way}": value}) | Q(**{name: value, f"pk__{way}": row.pk})


class Reader(Protocol[Row]):
    """A list that is read a page at a time."""

    def at(self, typed: str) -> Row | None:
        """The row that an address names, if it is in the list."""

    def rows(self, way: Way, beside: Row | None, most: int) -> list[Row]:
        """The first rows of the list; or those nearest to a row, before or after it, the nearest first."""


@dataclass(frozen=True)
class QuerysetReader(Generic[Row]):
    """A list that a queryset holds in its order; `after(found, row)` and `before(found, row)` filter it to one side."""

    found: "QuerySet[Row]"
    after: Callable[[Any, Row], Any]
    before: Callable[[Any, Row], Any]
    by: str

    def at(self, typed: str) -> Row | None:
        """The row of a uid or slug, if it is one of these."""
        return row_at(self.found, typed, self.by)

    def rows(self, way: Way, beside: Row | None, most: int) -> list[Row]:
        """The first rows, or those beside a row."""
        if way is Way.BEFORE:
            return list(self.before(self.found, beside).reverse()[:most])  # type: ignore[arg-type]
        return list((self.after(self.found, beside) if beside else self.found)[:most])


def page_of(
    found: "QuerySet[Row]",
    asked: QueryDict,
    *,
    after: Callable[[Any, Row], Any],
    before: Callable[[Any, Row], Any],
    kept: Mapping[str, str | None] | None = None,
    size: int = SIZE,
    by: str = "uid",
) -> Page[Row]:
    """The page that `?after=` or `?before=` a row's uid asks for, the first where neither is found.

    `found` stands in the order of the list; `after(found, row)` and `before(found, row)` filter it to one side of a
    row; `kept` is what the addresses carry along, but for None; `by` is the field by which they name a row: in public
    its slug. One query, and one more for the row.
    """
    return page_read(QuerysetReader(found, after, before, by), asked, kept=kept, size=size, by=by)


def page_read(
    reader: Reader[Row], asked: QueryDict, *, kept: Mapping[str, str | None] | None, size: int, by: str = "uid"
) -> Page[Row]:
    """The same of a list that is read otherwise, as by prepared statements."""
    last, first = (reader.at(asked.get(name, "")) for name in ("after", "before"))
    if first:
        rows = reader.rows(Way.BEFORE, first, size + 1)[::-1]
        more_before, more_after = len(rows) > size, True
        rows = rows[-size:]
    else:
        rows = reader.rows(Way.AFTER, last, size + 1)
        more_before, more_after = last is not None, len(rows) > size
        rows = rows[:size]
    carried = {name: value for name, value in (kept or {}).items() if value is not None}
    newer = f"?{urlencode(carried | {'before': getattr(rows[0], by)})}" if rows and more_before else ""
    older = f"?{urlencode(carried | {'after': getattr(rows[-1], by)})}" if rows and more_after else ""
    return Page(rows, newer, older)


def row_at(found: "QuerySet[Row]", typed: str, by: str = "uid") -> Row | None:
    """The row of a uid or slug, if it is one of these."""
    name = name_of(typed, by)
    return found.filter(**{by: name}).first() if name else None


def name_of(typed: str, by: str = "uid") -> UUID | str | None:
    """What an address names a row by; None where that is no uid, or no slug."""
    return uid_of(typed) if by == "uid" else typed if SLUG.fullmatch(typed) else None
