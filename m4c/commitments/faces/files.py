"""Public commitments in rows, for CSV and JSON, piece by piece; and those that moved last, for a feed."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from m4c.commitments.faces.naming import FaceNames
from m4c.commitments.faces.reading import Card, cards, with_commitments
from m4c.commitments.models import Commitment, Condition, ConditionState, Standing, Status
from m4c.commitments.record.as_it_was import as_they_were
from m4c.commitments.record.board import after

COLUMNS = (
    "reference",
    "speaker",
    "office",
    "made_on",
    "made_to",
    "words",
    "status",
    "since",
    "done",
    "target",
    "unit",
    "due",
    "overdue_days",
    "condition_state",
    "page",
)
MOVES = 40
AT_A_TIME = 500


def latest_moves(on: date) -> list[Card]:
    """Those that moved last, the latest first."""
    public = Commitment.objects.public().filter(made_on__lte=on).order_by().values("pk")
    rows = Standing.objects.on(on).filter(commitment__in=public).order_by("-since", "-commitment")
    return cards(with_commitments(rows)[:MOVES], on, on)


def rows_of(found: "QuerySet[Commitment]", on: date, today: date) -> Iterator[dict[str, Any]]:
    """Each of these as plain values, the latest first. Seven statements at most for each 500, and room for no more."""
    last: Commitment | None = None
    while piece := list((after(found, last) if last else found)[:AT_A_TIME]):
        yield from rows_of_piece(piece, on, today)
        last = piece[-1]


def rows_of_piece(piece: list[Commitment], on: date, today: date) -> Iterator[dict[str, Any]]:
    """The rows of some of them."""
    keys = [one.pk for one in piece]
    that_day = {row.commitment_id: row for row in Standing.objects.on(on).filter(commitment__in=keys)}
    states, names = condition_states(keys, on), FaceNames(piece, today)
    if on < today:
        as_they_were(piece, on)
    for one in piece:
        if row := that_day.get(one.pk):
            yield row_of(one, row, names, states.get(one.pk, ""), on)


def row_of(one: Commitment, row: Standing, names: FaceNames, condition: str, on: date) -> dict[str, Any]:
    """One of them. Its reference is our own word for it: where it says a name that may not be told, the page does."""
    late = (on - one.due_on).days if row.status == Status.OVERDUE and one.due_on and one.due_on < on else 0
    return {
        "reference": names.say(one, one.reference),
        "speaker": names.speaker(one),
        "office": names.say(one, names.office(one)),
        "made_on": f"{one.made_on}",
        "made_to": names.say(one, one.made_to),
        "words": names.say(one, one.words),
        "status": Status(row.status).as_data,
        "since": f"{row.since}",
        "done": f"{row.done.normalize():f}",
        "target": f"{one.target.normalize():f}" if one.target is not None else None,
        "unit": names.say(one, one.unit),
        "due": f"{one.due_on}" if one.due_on else None,
        "overdue_days": late,
        "condition_state": condition or None,
        "page": reverse("public-commitment", kwargs={"slug": one.slug}),
    }


def condition_states(commitments: Collection[int], on: date) -> dict[int, str]:
    """Of each commitment that hangs on something, where that stands: failed before open, open before met."""
    conditions = Condition.objects.filter(commitment__in=commitments, kind=Condition.Kind.CONDITION)
    found = list(conditions.values_list("pk", "commitment"))
    rows = ConditionState.objects.filter(commitment__in=commitments, on__lte=on, struck_at=None).order_by("on", "pk")
    latest = dict(rows.values_list("condition", "state")) if found else {}
    ranks = (ConditionState.State.FAILED, ConditionState.State.OPEN, ConditionState.State.MET)
    told: dict[int, str] = {}
    for condition, commitment in found:
        state = latest.get(condition, ConditionState.State.OPEN)
        told[commitment] = min(told.get(commitment, ConditionState.State.MET), state, key=ranks.index)
    return told
