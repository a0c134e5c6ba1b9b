"""Histories of many commitments, read from their tables in as many statements as there are tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, QuerySet

from m4c.commitments.models import (
    Amendment,
    Commitment,
    Condition,
    ConditionState,
    DueDate,
    Judgement,
    Milestone,
    Progress,
)
from m4c.commitments.watching.status import ConditionOn, Due, Entry, History, Level, NewTarget, Verdict


def histories_of(commitments: "Iterable[Commitment]") -> dict[int, History]:
    """What each of these commitments hangs on, by its id: seven statements, however many there are."""
    rows = list(commitments)
    of = {"commitment__in": [row.pk for row in rows]}
    due = grouped(DueDate.objects.filter(**of).order_by("known_on", "id"), "known_on", "due_on")
    levels = grouped(Milestone.objects.filter(**of).order_by("on"), "on", "level", "known_on")
    # Without whom it was agreed it is a slip of the pen put right, and was never so.
    amended = Amendment.objects.filter(**of).exclude(agreed_with="").order_by("on", "id")
    amendments = grouped(amended, "on", "target_before", "target_after")
    entries = grouped(Progress.objects.standing().filter(**of).order_by("on", "id"), "on", "kind", "amount")
    judged = Judgement.objects.filter(**of).order_by("on", "id")
    verdicts = grouped(judged, "verdict", "counts_from", "withdrawn_on", "confirmed_on", "told_on")
    states = states_of(of)
    return {
        row.pk: History(
            row.made_on,
            row.measure,
            row.target,
            row.every,
            row.expires_on,
            row.superseded_on,
            # One whose day was never written by itself is due as the record says.
            tuple(Due(*told) for told in due[row.pk]) or due_now(row),
            tuple(Level(*told) for told in levels[row.pk]),
            tuple(ConditionOn(*told) for told in states[row.pk]),
            tuple(NewTarget(*told) for told in amendments[row.pk]),
            tuple(Entry(*told) for told in entries[row.pk]),
            tuple(Verdict(*told) for told in verdicts[row.pk]),
        )
        for row in rows
    }


def due_now(row: Commitment) -> tuple[Due, ...]:
    """When it is due as the record has it."""
    return (Due(row.made_on, row.due_on),) if row.due_on else ()


def states_of(of: dict[str, Any]) -> dict[int, list[tuple[Any, ...]]]:
    """Where their conditions stood, and which of them wait for another body alone."""
    found = ConditionState.objects.filter(**of, struck_at=None).order_by("on", "id")
    kinds = found.annotate(kind=F("condition__kind")).values_list("commitment", "condition", "on", "state", "kind")
    states = defaultdict(list)
    for commitment, condition, on, state, kind in kinds:
        states[commitment].append((condition, on, state, kind == Condition.Kind.DEPENDENCY))
    return states


def grouped(found: "QuerySet[Any]", *fields: str) -> dict[int, list[tuple[Any, ...]]]:
    """These fields of each row, by its commitment."""
    rows: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for commitment, *told in read(found, fields):
        rows[commitment].append(tuple(told))
    return rows


def read(found: "QuerySet[Any]", fields: tuple[str, ...]) -> Iterator[Any]:
    """The rows with the commitment first."""
    return iter(found.values_list("commitment", *fields))
