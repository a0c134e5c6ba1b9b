"""How each kind of record comes along when two people turn out to be one: a register that every app fills.

A field that points at a person and has no step here fails a test, so that nothing is left behind or lost.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from m4c.core.register import Register
from m4c.people.models import Person
from m4c.people.operations.merging.journal import Journal, MergeRefused

Step = Callable[[Journal], None]
Unite = Callable[[Journal, Any, Any], bool]
Meet = Callable[[Journal, Any], None]

MERGE_STEPS: Register[Step] = Register('What moves when two people are made one, by "events.attendance.person".')


def follow(model: type[models.Model], field: str, step: Step) -> None:
    """Register the step of one field of a model, from an app's `ready()`."""
    MERGE_STEPS.add(f"{model._meta.label_lower}.{field}", step)


def refuse(journal: Journal, record: Any) -> None:
    """One record names both: whoever met, brought or lives beside the other is somebody else."""
    raise MergeRefused(
        _("One record names both of them ({what}), so they are two people. If that is wrong, mend it first.").format(
            what=record._meta.verbose_name
        ),
        code="names_both",
    )


def leave(journal: Journal, record: Any) -> None:
    """One record names both, and that is settled elsewhere."""


def take_kept(journal: Journal, kept: Any, gone: Any) -> bool:
    """Of two rows that say the same, the one of who stays stands."""
    return True


@dataclass(frozen=True)
class Move:
    """Rows that point at the person who goes come to point at the one who stays.

    `key` tells which of two rows say the same (None: this one says something of its own); `unite` makes of the kept
    and the going one what both say, on the kept one, and answers whether the other goes. `meets` is for a row that
    names both people.
    """

    model: type[models.Model]
    field: str
    key: Callable[[Any], Hashable | None] | None = None
    unite: Unite = take_kept
    meets: Meet = refuse

    def __call__(self, journal: Journal) -> None:
        """Move the rows."""
        theirs = self.model._default_manager.filter(**{self.field: journal.other.pk}).order_by("pk")
        for other_field in fields_to_people(self.model) - {self.field}:
            for both in theirs.filter(**{other_field: journal.keep.pk}):
                self.meets(journal, both)
        if self.key is None:
            journal.move(self.model, self.field, list(theirs.values_list("pk", flat=True)))
            return
        ours = self.model._default_manager.filter(**{self.field: journal.keep.pk}).order_by("pk")
        same = {key: row for row in ours if (key := self.key(row)) is not None}
        moving = []
        for row in theirs:
            kept = same.get(self.key(row))
            if kept is not None and self.unite(journal, kept, row):
                journal.remove(row, instead=kept)
            else:
                moving.append(row.pk)
        journal.move(self.model, self.field, moving)


def move(model: type[models.Model], field: str, **how: Any) -> None:
    """Register the plain step of one field of a model, from an app's `ready()`."""
    follow(model, field, Move(model, field, **how))


def fields_to_people(model: type[models.Model]) -> set[str]:
    """Names of the fields of a model that point at a person."""
    return {field.name for field in model._meta.concrete_fields if field.related_model is Person}


def joined(one: str, two: str, most: int, what: str) -> str:
    """What two texts say, in one. Raises MergeRefused where there is no room for both, without a word of either:
    whoever makes two people one need not see what was written of them.
    """
    texts = list(dict.fromkeys(text.strip() for text in (one, two) if text.strip()))
    text = " / ".join(texts)
    if len(text) > most:
        raise MergeRefused(
            _("Two texts say too much to stand in one ({what}). Have one of them shortened first.").format(what=what),
            code="no_room",
        )
    return text
