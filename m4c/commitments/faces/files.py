"""All public commitments in rows, for CSV and JSON, and those that moved last, for a feed."""

from datetime import date
from typing import Any

from django.urls import reverse

from m4c.commitments.faces.naming import FaceNames
from m4c.commitments.faces.reading import Card, cards, public_commitments, with_commitments
from m4c.commitments.models import Commitment, Condition, ConditionState, Standing, Status
from m4c.commitments.record.board import standings

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


def latest_moves(on: date) -> list[Card]:
    """Those that moved last, the latest first."""
    public = Commitment.objects.public().filter(made_on__lte=on).order_by().values("pk")
    rows = Standing.objects.on(on).filter(commitment__in=public).order_by("-since", "-commitment")
    return cards(with_commitments(rows)[:MOVES], on)


def rows_of(on: date) -> list[dict[str, Any]]:
    """Each of them as plain values, the latest first. Five statements, however many there are."""
    rows = list(with_commitments(standings(public_commitments(on), on)).order_by("-commitment__made_on", "-commitment"))
    names = FaceNames([row.commitment for row in rows], on)
    states = condition_states(on)
    return [row_of(row, names, states.get(row.commitment_id, ""), on) for row in rows]


def row_of(row: Standing, names: FaceNames, condition: str, on: date) -> dict[str, Any]:
    """One of them. Its reference is our own word for it: where it says a name that may not be told, the page does."""
    one = row.commitment
    naming = names.of(one)
    late = (on - one.due_on).days if row.status == Status.OVERDUE and one.due_on and one.due_on < on else 0
    return {
        "reference": naming.veil(one.reference),
        "speaker": names.speaker(one),
        "office": names.office(one),
        "made_on": f"{one.made_on}",
        "made_to": naming.veil(one.made_to),
        "words": naming.veil(one.words),
        "status": row.status,
        "since": f"{row.since}",
        "done": f"{row.done.normalize():f}",
        "target": f"{one.target.normalize():f}" if one.target is not None else None,
        "unit": one.unit,
        "due": f"{one.due_on}" if one.due_on else None,
        "overdue_days": late,
        "condition_state": condition or None,
        "page": reverse("public-commitment", kwargs={"slug": one.slug}),
    }


def condition_states(on: date) -> dict[int, str]:
    """Of each commitment that hangs on something, where that stands: failed before open, open before met."""
    public = Commitment.objects.public().order_by().values("pk")
    conditions = Condition.objects.filter(commitment__in=public, kind=Condition.Kind.CONDITION)
    found = conditions.values_list("pk", "commitment")
    rows = ConditionState.objects.filter(commitment__in=public, on__lte=on, struck_at=None).order_by("on", "pk")
    latest = dict(rows.values_list("condition", "state"))
    ranks = (ConditionState.State.FAILED, ConditionState.State.OPEN, ConditionState.State.MET)
    told: dict[int, str] = {}
    for condition, commitment in found:
        state = latest.get(condition, ConditionState.State.OPEN)
        told[commitment] = min(told.get(commitment, ConditionState.State.MET), state, key=ranks.index)
    return told
