"""Where a right reaches: scopes of records, and what an account must answer about itself."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, Protocol, Self

from django.db import models
from django.db.models import Exists, Q

from m4c.core.permissions import Permission
from m4c.core.prepared import prepared

KEPT = "kept_scopes"

# Paths of the groups that a record belongs to; an account needs the right in one of them (or in all, for moves).
Scopes = list[frozenset[str]]


class Rows(NamedTuple):
    """Some rows of a model, whoever may see them."""

    model: type[models.Model]
    which: Q


class Everywhere:
    """The whole movement, for rights that are asked about no record in particular."""

    def __repr__(self) -> str:
        return "EVERYWHERE"


EVERYWHERE = Everywhere()


class Sighted(Protocol):
    """What core asks of an account, so that core need not know people."""

    def may(self, permission: Permission, scopes: Scopes | Everywhere, *, every: bool = False) -> bool:
        """Whether the account holds the right for each of these records."""

    def may_somewhere(self, permission: Permission) -> bool:
        """Whether the account holds the right in any group at all."""


class PublicQuerySet(models.QuerySet[Any]):
    """Rows that are public facts, seen by everybody."""

    def visible_to(self, account: Sighted) -> Self:
        """All of them."""
        return self


def scopes_of(records: Any) -> Scopes:
    """The group paths of one record or many, in one query for each model.

    A model says where its groups are by `scope = "event__group__path"`, or, where it takes more than a path of
    fields, by a static method from ids to (id, path). A record of no group has an empty set, for which only a right
    over the whole movement will do.
    """
    listed = [records] if isinstance(records, models.Model) else list(records)
    by_model: dict[type[models.Model], list[Any]] = defaultdict(list)
    for record in listed:
        by_model[record.__class__].append(record)  # not type(): the account of a request comes wrapped
    paths: dict[tuple[type[models.Model], Any], set[str]] = defaultdict(set)
    for model, all_rows in by_model.items():
        rows = [row for row in all_rows if KEPT not in row.__dict__]
        if not rows:
            continue
        if model.scope == "path":  # type: ignore[attr-defined]
            for row in rows:
                paths[model, row.pk].add(row.path)
            continue
        for pk, path in paths_of(model, [row.pk for row in rows]):
            if path is not None:
                paths[model, pk].add(path)
    return [record.__dict__.get(KEPT, frozenset(paths[record.__class__, record.pk])) for record in listed]


def paths_of(model: type[models.Model], ids: list[Any]) -> Iterable[tuple[Any, str | None]]:
    """The paths of the groups of some rows of a model, each with the row's id."""
    scope = model.scope  # type: ignore[attr-defined]
    return scope(ids) if callable(scope) else paths_by_field(model, ids)


@prepared
def paths_by_field(model: type[models.Model], ids: list[Any]) -> models.QuerySet[Any, tuple[Any, str | None]]:
    """The same of a model that names the fields which lead to its group."""
    scope = model.scope  # type: ignore[attr-defined]
    return model._default_manager.filter(pk__in=ids).values_list("pk", scope).order_by()


def keep_scopes(record: models.Model) -> None:
    """Keep a record's scopes on it, for a page that asks for them again and again. What changes something asks anew."""
    record.__dict__[KEPT] = scopes_of(record)[0]


def any_of(rows: Rows) -> Exists:
    """The question whether there are any of these rows, to be put along with another."""
    return Exists(rows.model._default_manager.filter(rows.which))


@prepared
def which_are_there(
    model: type[models.Model], asked: tuple[Callable[[Any], Rows], ...], pk: int
) -> models.QuerySet[Any, tuple[bool, ...]]:
    """Whether there are any of each of these rows about the record of this id, to read no further where not.

    It is asked whoever may see them, so the answer is told to nobody.
    """
    return model._default_manager.filter(pk=pk).values_list(*[any_of(rows(pk)) for rows in asked])
