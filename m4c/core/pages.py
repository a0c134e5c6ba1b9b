"""A page of a long list, from one row to the next by the rows themselves, so that page 900 costs what page 1 does."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

from m4c.core.models.record import uid_of

Row = TypeVar("Row", bound=Model)
SIZE = 25
SLUG = re.compile(r"[-\w]{1,200}")


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
    last, first = (row_at(found, asked.get(name, ""), by) for name in ("after", "before"))
    if first:
        rows = list(before(found, first).reverse()[: size + 1])[::-1]
        more_before, more_after = len(rows) > size, True
        rows = rows[-size:]
    else:
        rows = list((after(found, last) if last else found)[: size + 1])
        more_before, more_after = last is not None, len(rows) > size
        rows = rows[:size]
    carried = {name: value for name, value in (kept or {}).items() if value is not None}
    newer = f"?{urlencode(carried | {'before': getattr(rows[0], by)})}" if rows and more_before else ""
    older = f"?{urlencode(carried | {'after': getattr(rows[-1], by)})}" if rows and more_after else ""
    return Page(rows, newer, older)


def row_at(found: "QuerySet[Row]", typed: str, by: str = "uid") -> Row | None:
    """The row of a uid or slug, if it is one of these."""
    name = uid_of(typed) if by == "uid" else typed if SLUG.fullmatch(typed) else None
    return found.filter(**{by: name}).first() if name else None
