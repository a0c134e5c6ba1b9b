"""What becomes of each kind of row when the person it tells of is erased: a register that every app fills.

A model that nobody has said anything about fails a test (tests/house_rules/test_erasers.py), so that nothing is left
behind by being forgotten. The fate of single fields stands with their labels (m4c/core/labels.py).
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from m4c.core.labels import Fate
from m4c.core.register import Register
from m4c.people.models.contact_details import BRITISH, written

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from m4c.people.models import Account, Person


class Outcome(StrEnum):
    """What becomes of rows."""

    GOES = "goes"  # the rows are deleted
    NAMELESS = "nameless"  # the rows stay, and what names or describes anybody in them goes
    STAYS = "stays"  # the rows stay as they are: for a reason that is told to the person
    NOBODY = "nobody"  # the rows tell of no person


@dataclass
class Forgotten:
    """Somebody who is being erased, and all that they are known by: read before anything is gone."""

    person: "Person"
    account: "Account | None"
    at: datetime
    by: "Account"
    names: frozenset[str] = frozenset()  # whole names as people write them
    emails: frozenset[str] = frozenset()  # folded
    phones: frozenset[str] = frozenset()  # in E.164
    shared: frozenset[str] = frozenset()  # e-mails and numbers of these that somebody else on record has too
    files: set[str] = field(default_factory=set)  # below the data folder: removed once all else is committed

    @property
    def ways(self) -> frozenset[str]:
        """Theirs alone, to be looked for in any text: e-mails, and numbers in all the forms that people write."""
        return written_forms((self.emails | self.phones) - self.shared)

    @property
    def shared_ways(self) -> frozenset[str]:
        """The same of what somebody else has too: by itself it tells of neither."""
        return written_forms(self.shared)


@dataclass(frozen=True)
class Eraser:
    """What becomes of some rows of a model. `what` names them to the person, `why` says why they stay."""

    model: type[models.Model]
    outcome: Outcome
    what: "str | Promise" = ""
    why: "str | Promise" = ""
    rows: "Callable[[Forgotten], models.QuerySet[Any]] | None" = None
    erase: "Callable[[Forgotten, models.QuerySet[Any]], object] | None" = None
    by_name: bool = False  # tied to the person by a name alone: done where whoever erases says that it is theirs
    quiet: bool = False  # counted on no page and in no letter: what a safeguarding lead alone may know of

    @property
    def app(self) -> str:
        """The label of the app whose rows these are."""
        return self.model._meta.app_label

    def of(self, forgotten: Forgotten) -> "models.QuerySet[Any]":
        """The rows that tell of somebody."""
        return self.rows(forgotten) if self.rows else self.model._default_manager.none()

    def held(self, forgotten: Forgotten) -> "models.QuerySet[Any] | None":
        """The rows that tell of somebody, held on to by their keys before anything goes; None to do nothing."""
        if self.erase is None:
            return None
        rows = self.of(forgotten)
        return rows.model._default_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))

    def run(self, forgotten: Forgotten, rows: "models.QuerySet[Any] | None") -> None:
        """Do to the rows what is to become of them; twice is once."""
        if self.erase and rows is not None:
            self.erase(forgotten, rows)


@dataclass(frozen=True)
class Told:
    """One line of what goes, what loses its name, and what stays: how many rows, and why they stay."""

    name: str
    eraser: Eraser
    number: int


ERASERS: Register[Eraser] = Register('What becomes of rows on erasure, by "events.attendance.person".')


def goes(model: type[models.Model], path: str, what: "str | Promise", **how: Any) -> None:
    """Rows go with the person at `path` ("person", "account__person"). `rows` and `erase` say it otherwise."""
    add(model, path, Eraser(model, Outcome.GOES, what, **({"rows": at(model, path), "erase": delete} | how)))


def nameless(model: type[models.Model], path: str, what: "str | Promise", why: "str | Promise", **how: Any) -> None:
    """Rows stay for the reason `why`, and every field whose label says so is blanked in them."""
    add(model, path, Eraser(model, Outcome.NAMELESS, what, why, **({"rows": at(model, path), "erase": blank} | how)))


def stays(model: type[models.Model], path: str, what: "str | Promise", why: "str | Promise", **how: Any) -> None:
    """Rows stay whole, for the reason `why`: no label of theirs may ask for anything to be blanked."""
    add(model, path, Eraser(model, Outcome.STAYS, what, why, **({"rows": at(model, path)} | how)))


def tells_of_nobody(*models_of_it: type[models.Model], why: str) -> None:
    """Rows of these models name and describe no private person; `why` is for whoever reads the code."""
    for model in models_of_it:
        add(model, "", Eraser(model, Outcome.NOBODY, why=why))


def add(model: type[models.Model], path: str, eraser: Eraser) -> None:
    """Put an eraser under the name of its model and path."""
    ERASERS.add(f"{model._meta.label_lower}.{path}".rstrip("."), eraser)


def at(model: type[models.Model], path: str) -> "Callable[[Forgotten], models.QuerySet[Any]]":
    """The rows of a model whose person stands at this path."""
    return lambda forgotten: model._base_manager.filter(**{path: forgotten.person.pk})


def by_email(model: type[models.Model], path: str = "email") -> "Callable[[Forgotten], models.QuerySet[Any]]":
    """The rows of a model with one of the person's addresses at this path, however it was typed.

    At an address that somebody else has too, it may be theirs: such rows stay.
    """

    def rows(forgotten: Forgotten) -> "models.QuerySet[Any]":
        alone = forgotten.emails - forgotten.shared
        return model._base_manager.filter(any_of(Q(**{f"{path}__iexact": email}) for email in alone))

    return rows


def saying(
    model: type[models.Model],
    *paths: str,
    words: "Callable[[Forgotten], Iterable[str]]" = lambda forgotten: forgotten.ways,
) -> "Callable[[Forgotten], models.QuerySet[Any]]":
    """The rows of a model in which a text or JSON at one of these paths holds one of the person's words."""

    def rows(forgotten: Forgotten) -> "models.QuerySet[Any]":
        texts = {f"{path}_as_text": Cast(path, TextField()) for path in paths}
        kept = {form for word in words(forgotten) for form in (word, as_json(word))}
        found = any_of(Q(**{f"{text}__icontains": form}) for text in texts for form in kept)
        return model._base_manager.annotate(**texts).filter(found)

    return rows


def mentions(model: type[models.Model], *fields: str, what: "str | Promise") -> None:
    """Rows of others whose free words hold the person's whole name: it is taken out of the words, if it is theirs."""

    def redact(forgotten: Forgotten, rows: "models.QuerySet[Any]") -> None:
        for row in rows:
            for name in fields:
                setattr(row, name, without_names(getattr(row, name), forgotten))
            row.save(update_fields=list(fields))

    rows = saying(model, *fields, words=lambda forgotten: forgotten.names)
    add(model, "mentions", Eraser(model, Outcome.NAMELESS, what, rows=rows, erase=redact, by_name=True))


def without_names(text: str, forgotten: Forgotten) -> str:
    """A text in which three dots stand for the person's whole names."""
    for name in sorted(forgotten.names, key=len, reverse=True):
        for form in (name, as_json(name)):
            text = re.sub(re.escape(form), "…", text, flags=re.IGNORECASE)
    return text


def written_forms(ways: Iterable[str]) -> frozenset[str]:
    """E-mails as they are, and numbers as people write them."""
    return frozenset(form for way in ways for form in ([way] if "@" in way else forms_of(way)))


def forms_of(number: str) -> set[str]:
    """A number in E.164, and as people write it: `07700 900101`, `07700900101`, `+44 7700 900101`, `07700-900-101`.

    A British one without its zero too, `7700900101`, which a spreadsheet strips.
    """
    said = {number, written(number), written(number, abroad=True)}
    said |= {form.replace(" ", "") for form in said}
    if number.startswith(f"+{BRITISH}"):
        bare = number.removeprefix(f"+{BRITISH}")
        parts = (bare[:4], bare[4:7], bare[7:])
        said |= {f"{bare[:4]} {bare[4:]}", *(between.join(parts) for between in ("", " ", "-", "."))}
    return said


def as_json(text: str) -> str:
    """A text as JSON in plain ASCII holds it, without its quotes."""
    return json.dumps(text)[1:-1]


def any_of(conditions: Iterable[Q]) -> Q:
    """Any of these; nothing where there are none."""
    return reduce(or_, conditions, Q(pk__in=[]))


def delete(forgotten: Forgotten, rows: "models.QuerySet[Any]") -> None:
    """Delete the rows."""
    rows.model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True))).delete()


def blank(forgotten: Forgotten, rows: "models.QuerySet[Any]", **more: Any) -> None:
    """Empty every field that its label wants blank, and set what else is given, in one statement."""
    model = rows.model
    empty = {name: empty_value(model._meta.get_field(name)) for name in blanked_fields(model)}
    model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True))).update(**empty, **more)


def blanked_fields(model: type[models.Model]) -> list[str]:
    """Names of the fields of a model that are blanked on erasure."""
    labels = getattr(model, "labels", {})
    return [name for name, labelled in labels.items() if labelled.fate is Fate.BLANK]


def empty_value(column: Any) -> Any:
    """What a field holds when it says nothing."""
    if column.null:
        return None
    if isinstance(column, models.JSONField):
        return column.get_default() if column.has_default() else {}
    return ""


def models_of_apps() -> list[type[models.Model]]:
    """All models of the project and of what it is built from, the tables between two of them included."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def told_of(counted: Mapping[str, int]) -> list[Told]:
    """The lines of an answer, as they were counted by name; of what no app knows any more, none."""
    return [Told(name, ERASERS[name], number) for name, number in counted.items() if name in ERASERS]


def by_outcome(lines: Iterable[Told]) -> dict[str, list[Told]]:
    """Lines by what becomes of them, those that stay for one reason beside each other."""
    told = sorted(lines, key=lambda line: str(line.eraser.why))
    return {outcome.value: [line for line in told if line.eraser.outcome is outcome] for outcome in Outcome}
