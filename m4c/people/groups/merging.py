"""How each kind of record comes along when a group becomes part of another: a register that every app fills.

A field that points at a group and has no step here fails a test, so that nothing is left behind unless it is meant to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise

from m4c.core.operations import change
from m4c.core.register import Register
from m4c.people.models import Account, Group


@dataclass(frozen=True)
class Joining:
    """One merge of groups under way: which goes, which stays, on which day, and who does it."""

    gone: Group
    kept: Group
    on: date
    at: datetime
    by: Account


Unite = Callable[[Joining, Any, Any], None]


@dataclass(frozen=True)
class Step:
    """What becomes of the rows of one model that point, by one field, at the group that goes.

    `run(joining)` does it and answers how many came along; None where the rows stay, as the history of the group that
    ended. `title` is what the page that warns calls them, many; blank where they are of no interest there.
    """

    model: type[models.Model]
    field: str
    run: Callable[[Joining], int] | None
    title: "str | Promise" = ""

    @property
    def name(self) -> str:
        """What it is called in the register: `events.event.group`."""
        return f"{self.model._meta.label_lower}.{self.field}"

    def number(self) -> Coalesce:
        """How many rows there are of the group that a query stands at."""
        rows = self.model._default_manager.order_by().filter(**{self.field: OuterRef("pk")}).values(self.field)
        counted = rows.annotate(number=Count("pk")).values("number")
        return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


GROUP_MERGE_STEPS: Register[Step] = Register('What follows a group that becomes part of another: "events.event.group".')


@dataclass(frozen=True)
class Follow:
    """Rows come to point at the group that stays.

    With a `key`, of two rows `among` these that agree in it `unite(joining, kept, gone)` makes what both say: it
    removes the going one, or changes it so that both may stand. Without `unite` the going one stays where it was.
    """

    model: type[models.Model]
    field: str
    key: tuple[str, ...] = ()
    among: Q | None = None
    unite: Unite | None = None

    def __call__(self, joining: Joining) -> int:
        """Move the rows."""
        staying = []
        for kept, gone in self.twins(joining) if self.key else ():
            if self.unite:
                self.unite(joining, kept, gone)
            else:
                staying.append(gone.pk)
        return self.of(joining.gone).exclude(pk__in=staying).update(**{self.field: joining.kept})

    def of(self, group: Group) -> "models.QuerySet[Any]":
        """The rows of a group."""
        return self.model._default_manager.filter(**{self.field: group})

    def twins(self, joining: Joining) -> Iterator[tuple[Any, Any]]:
        """Rows of both groups that agree in the key: (of the one that stays, of the one that goes)."""
        going, staying = (self.of(group).filter(self.among or Q()) for group in (joining.gone, joining.kept))
        alike = staying.filter(**{f"{self.key[0]}__in": going.values(self.key[0])})
        by_key = {tuple(getattr(row, name) for name in self.key): row for row in alike}
        for row in list(going):
            kept = by_key.get(tuple(getattr(row, name) for name in self.key))
            if kept is not None:
                yield kept, row


def register_step(step: Step) -> None:
    """Register a step, from an app's `ready()`."""
    GROUP_MERGE_STEPS.add(step.name, step)


def follows(model: type[models.Model], field: str = "group", title: "str | Promise" = "", **how: Any) -> None:
    """Register that rows of a model come along by this field."""
    register_step(Step(model, field, Follow(model, field, **how), title))


def stays(model: type[models.Model], field: str = "group") -> None:
    """Register that rows of a model stay with the group that ended, as its history."""
    register_step(Step(model, field, None))


def drop(joining: Joining, kept: Any, gone: Any) -> None:
    """The one that goes says nothing that the one that stays does not."""
    gone.delete()


def end(joining: Joining, kept: Any, gone: Any) -> None:
    """The one that goes ends that day, and comes along as what was."""
    change(gone, ended_on=max(joining.on, getattr(gone, "since", None) or joining.on))


def what_moves(gone: Group) -> list[tuple["str | Promise", int]]:
    """What would come along, as (what, how many), without what there is none of: one query for all of it."""
    steps = [step for step in GROUP_MERGE_STEPS.all() if step.run and step.title]
    counted = Group.objects.filter(pk=gone.pk).values_list(*[step.number() for step in steps]).get() if steps else ()
    totals: dict[str | Promise, int] = {}
    for step, number in zip(steps, counted, strict=True):
        totals[step.title] = totals.get(step.title, 0) + number
    return [(title, number) for title, number in totals.items() if number]
