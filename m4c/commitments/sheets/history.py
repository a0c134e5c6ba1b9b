"""The whole history of a commitment in JSON: its days, milestones, conditions, changes, entries and verdicts.

What goes out comes in again. Names of our own people stay here: who wrote it down, who judged, who confirmed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.commitments.models import (
    Amendment,
    Commitment,
    Condition,
    ConditionState,
    DueDate,
    Inheritance,
    Judgement,
    Milestone,
    OfficeReply,
    Progress,
)
from m4c.commitments.sheets.cells import RowRefused
from m4c.commitments.sheets.report import number
from m4c.people.sheets.cells import quoted


@dataclass(frozen=True)
class Part:
    """Rows of a table: their fields, which of those are days that went by, and who writes them down when.

    `below` names the rows under each of them and the field by which those point back.
    """

    model: type[models.Model]
    fields: tuple[str, ...]
    gone: tuple[str, ...] = ("on",)
    by: str = "by"
    at: str = "at"
    below: "tuple[str, str, Part] | None" = None


SHOWN = ("evidence", "evidence_url")
JUDGED = ("on", "confirmed_on", "notice_on", "told_on", "withdrawn_on")
STATES = Part(ConditionState, ("state", "on", *SHOWN, "says_who"))
REPLIED = ("received_at", "words", "writer", "role")
REPLIES = Part(OfficeReply, REPLIED, REPLIED[:1], "confirmed_by", "confirmed_at")
HEIRS = Part(Inheritance, ("on", "stance", "words", "says_who", "source_url"))
PARTS = {
    "due_dates": Part(DueDate, ("known_on", "due_on", "words", "because"), ("known_on",)),
    "milestones": Part(Milestone, ("known_on", "on", "level", "words"), ("known_on",), "", ""),
    "conditions": Part(Condition, ("words", "kind"), (), "made_by", "made_at", ("states", "condition", STATES)),
    "amendments": Part(
        Amendment,
        ("on", "words_before", "words_after", "target_before", "target_after", "because", "agreed_with"),
    ),
    "progress": Part(Progress, ("on", "kind", "amount", "words", *SHOWN, "says_who"), ("on",), "added_by", "added_at"),
    "verdicts": Part(
        Judgement,
        (
            "verdict",
            *JUDGED,
            "counts_from",
            "reasons",
            *SHOWN,
            "missing",
            "how_told",
            "page_words",
            "withdrawn_because",
        ),
        JUDGED,
        "judged_by",
        "judged_at",
        ("replies", "judgement", REPLIES),
    ),
}
Rows = list[tuple[Any, list[Any]]]  # each with those below it


@dataclass(frozen=True)
class SaidHistory:
    """What a file tells of it: rows of the tables, of no commitment yet and not written down."""

    parts: dict[str, Rows]
    heirs: list[tuple[str, Inheritance]]
    replaced_by: str = ""
    replaced_on: date | None = None


def histories_told(commitments: Iterable[Commitment]) -> dict[int, dict[str, Any]]:
    """What is on record of each, by its id: what counts alone, without what is held or struck. Nine statements."""
    rows = list(commitments)
    of = {"commitment__in": [row.pk for row in rows]}
    told: dict[int, dict[str, Any]] = {}
    for row in rows:
        replaced = row.superseded_by.reference if row.superseded_by else None
        told[row.pk] = {name: [] for name in PARTS} | {"came_after": []}
        told[row.pk] |= {"replaced_by": replaced, "replaced_on": plain(row.superseded_on)}
    for name, part in PARTS.items():
        below = rows_below(part, of)
        for each in counting(part).filter(**of).order_by(*part.gone[:1], "pk"):
            under = {part.below[0]: below[each.pk]} if part.below else {}
            told[each.commitment_id][name].append(values_of(each, part) | under)
    for heir in Inheritance.objects.filter(**of).select_related("powerholder").order_by("on", "pk"):
        told[heir.commitment_id]["came_after"].append({"name": heir.powerholder.name} | values_of(heir, HEIRS))
    return told


def rows_below(part: Part, of: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    """The rows below each row of a part."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    if part.below:
        _name, up, below = part.below
        for each in counting(below).filter(**of).order_by(*below.gone[:1], "pk"):
            found[getattr(each, f"{up}_id")].append(values_of(each, below))
    return found


def counting(part: Part) -> "models.QuerySet[Any]":
    """The rows that count: none that is held or struck."""
    if part.model is Progress:
        return Progress.objects.standing()
    if part.model is ConditionState:
        return ConditionState.objects.filter(struck_at=None)
    if part.model is OfficeReply:
        return OfficeReply.objects.filter(confirmed_at__isnull=False)
    return part.model._default_manager.all()


def values_of(row: models.Model, part: Part) -> dict[str, Any]:
    """The fields of a row as data. Who says so is told of what came from outside too, in words."""
    told = {name: plain(getattr(row, name)) for name in part.fields}
    return told | {"says_who": row.who_says} if isinstance(row, Progress) else told


def plain(value: Any) -> Any:
    """A value as data: days as 2015-05-07, whole numbers without decimals."""
    if isinstance(value, date):
        return value.isoformat()
    return number(value) if isinstance(value, Decimal) else value


def said_history(told: Any, made_on: date, today: date) -> SaidHistory | None:
    """What the JSON of a row tells of it; None where it tells nothing. Raises RowRefused."""
    if not isinstance(told, dict):
        return None
    days = (made_on, today)
    replaced = str(told.get("replaced_by") or "").strip()
    return SaidHistory(
        {name: [with_below(each, part, days) for each in listed(told, name)] for name, part in PARTS.items()},
        [(named(each), row_of(each, HEIRS, days)) for each in listed(told, "came_after")],
        replaced,
        value_of(Commitment, "superseded_on", told.get("replaced_on"), days) if replaced else None,
    )


def with_below(told: Mapping[str, Any], part: Part, days: tuple[date, date]) -> tuple[Any, list[Any]]:
    """A row with those below it. Raises RowRefused."""
    under = [row_of(each, part.below[2], days) for each in listed(told, part.below[0])] if part.below else []
    return row_of(told, part, days), under


def listed(told: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects under a name; what is none is passed over."""
    found = told.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def named(told: Mapping[str, Any]) -> str:
    """Who came after. Raises RowRefused where nobody is named."""
    name = " ".join(str(told.get("name") or "").split())
    if not name or len(name) > 120:
        raise RowRefused(_("It does not say who came after."))
    return name


def row_of(told: Mapping[str, Any], part: Part, days: tuple[date, date]) -> Any:
    """A row of a table, unsaved. Raises RowRefused for what it would not hold."""
    facts = {
        name: value_of(part.model, name, told.get(name), days if name in part.gone else None) for name in part.fields
    }
    return part.model(**facts)


def value_of(model: type[models.Model], name: str, told: Any, days: tuple[date, date] | None) -> Any:
    """The value of a field; a day that went by lies between `days`. Raises RowRefused."""
    field: Any = model._meta.get_field(name)
    typed = "" if told is None else str(told).strip()
    if typed == "" and (field.null or field.has_default()):
        return None if field.null else field.get_default()
    try:
        value = field.clean(typed, None)
    except ValidationError:
        raise RowRefused(not_told(field, typed)) from None
    if field.max_length and len(typed) > field.max_length:
        raise RowRefused(not_told(field, typed))
    day = timezone.localdate(value) if isinstance(value, datetime) else value
    if days and day is not None and not days[0] <= day <= days[1]:
        raise RowRefused(not_told(field, typed))
    return value


def not_told(field: Any, typed: str) -> str:
    """That a history says something else than what is asked for."""
    return _("Its history says {text} for “{field}”, which cannot be.").format(
        text=quoted(typed), field=field.verbose_name
    )
