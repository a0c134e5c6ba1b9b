"""Where something is held on a person: a register that every app fills, from which an access pack is put together.

A model with a person in it that no source names fails a test (tests/house_rules/test_access_sources.py).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.register import Register
from m4c.people.models import Account, Person

# Drawn from other columns, or of use to the software alone.
NEVER = {"id", "uid", "folded", "sort_name", "position", "token_hash", "fingerprint"}
DAYS = ("at", "day", "held_on", "taken_on", "on", "started_on", "placed_at", "received_on", "made_at")


# Fields that models have no words for.
OF_OTHERS = gettext_lazy("Held back: it tells of other people.")
CALLED = {"made_at": gettext_lazy("written down"), "person": gettext_lazy("who")}


@dataclass(frozen=True)
class Fact:
    """One thing that is held: the name of its field, what that is called, and what it says."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Held:
    """One row about somebody. `others` says why it must be looked through before it is given; blank for one that
    need not. `private` is what whoever makes the copy does not read: it goes unread to whom it is about, and
    its `author` alone reads it besides.
    """

    entry: str  # `people.note:12`
    facts: Sequence[Fact]
    at: date | None = None
    others: str = ""
    private: Sequence[Fact] = ()
    author: Account | None = None

    @property
    def fingerprint(self) -> str:
        """What a decision about it holds on to: anything else than this is to be looked through anew."""
        said = [[fact.name, fact.value] for fact in (*self.facts, *self.private)]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@dataclass(frozen=True)
class Source:
    """Rows of one kind. `models` are those whose rows it gives; `rows(person)` reads them in so many statements."""

    name: str
    title: "str | Promise"
    models: tuple[type[models.Model], ...]
    rows: Callable[[Person], Iterable[Held]]


ACCESS_SOURCES: Register[Source] = Register("Where something is held on a person.")


@dataclass(frozen=True)
class Table:
    """How the rows of a model are told. `of` are the paths to the person; `words` are fields that others wrote, which
    may hold confidences; `always` says why every row must be looked through; `leave` are fields not told. `is_private`
    says of a row that its words are for whoever its field `author` names alone; `besides` are those words that tell of
    others.
    """

    model: type[models.Model]
    of: tuple[str, ...] = ("person",)
    words: tuple[str, ...] = ()
    always: "str | Promise" = ""
    leave: tuple[str, ...] = ()
    only: tuple[str, ...] = ()  # these fields alone, where a model has many that tell nothing of a person
    where: "Callable[[Person], Q] | None" = None
    is_private: "Callable[[Any], bool] | None" = None
    besides: tuple[str, ...] = ()
    author: str = "author"

    def rows(self, person: Person) -> list[Held]:
        """Every row of the person's, the oldest first. One statement."""
        about = self.where(person) if self.where else reduce(or_, (Q(**{path: person.pk}) for path in self.of))
        columns = self.columns()
        related = [column.name for column in columns if column.is_relation] + [self.author] * bool(self.is_private)
        found = self.model._base_manager.filter(about).select_related(*related).order_by("pk").distinct()
        return [self.held(row, person, columns) for row in found]

    def columns(self) -> list[Any]:
        """The fields that are told."""
        alone = {path for path in self.of if len(self.of) == 1}
        left = NEVER | alone | set(self.leave)
        return [
            column
            for column in self.model._meta.concrete_fields
            if column.name not in left
            and (not self.only or column.name in self.only)
            and not column.name.startswith("folded")
            and not (column.is_relation and column.related_model is Account)
        ]

    def held(self, row: models.Model, person: Person, columns: Sequence[Any]) -> Held:
        """One row as it is told."""
        is_private = self.is_private is not None and self.is_private(row)
        facts, private, others = [], [], "" if is_private else str(self.always)
        for column in columns:
            value = told(row, column, person)
            if not value:
                continue
            label = str(CALLED.get(column.name, column.verbose_name))
            if is_private and column.name in self.words:
                value = str(OF_OTHERS) if column.name in self.besides else value
                private.append(Fact(column.name, capfirst(label), value))
                continue
            facts.append(Fact(column.name, capfirst(label), value))
            if not others and column.is_relation and column.related_model is Person:
                others = "" if getattr(row, column.attname) == person.pk else _("It names somebody else.")
            if not others and column.name in self.words:
                others = _("Somebody else wrote it, and it may tell of others.")
        author = getattr(row, self.author) if is_private else None
        return Held(f"{self.model._meta.label_lower}:{row.pk}", facts, day_of(row), others, private, author)


def hold(name: str, title: "str | Promise", *tables: Table) -> None:
    """Add a source made of tables."""

    def rows(person: Person) -> Iterable[Held]:
        for table in tables:
            yield from table.rows(person)

    ACCESS_SOURCES.add(name, Source(name, title, tuple(table.model for table in tables), rows))


def told(row: models.Model, column: Any, person: Person) -> str:
    """What a field says, in words; blank where it says nothing."""
    value = getattr(row, column.attname)
    if value in (None, "", [], {}):
        return ""
    if column.is_relation:
        return _("you") if column.related_model is Person and value == person.pk else told_by(getattr(row, column.name))
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)


def told_by(related: models.Model) -> str:
    """Which record it is; where that has no name but a number of ours ("negotiation 3"), its day, or what it is."""
    said = str(related)
    if not (said[:1].islower() and said.endswith(f" {related.pk}")):
        return said  # a group may well be called "Ward 7"
    day = day_of(related)
    return date_format(day, "j F Y") if day else str(related._meta.verbose_name)


def day_of(row: models.Model) -> date | None:
    """The day of a row, by the first of its fields that has one."""
    for name in DAYS:
        value = getattr(row, name, None)
        if isinstance(value, datetime):
            return timezone.localdate(value)
        if isinstance(value, date):
            return value
    return None
