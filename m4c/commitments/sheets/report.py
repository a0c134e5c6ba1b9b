"""The report of commitments as at a day: what each says, how far it is, how late, and how many have each status.

A row says what was true that day, and known by its dates: a commitment that was made later is left out, as are entries,
dates and conditions of later days.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from m4c.commitments.models import Commitment, Condition, ConditionState, Measure, Standing, Status
from m4c.commitments.record.as_it_was import as_they_were
from m4c.commitments.watching.history import histories_of
from m4c.commitments.watching.measured import LEVELS, missed_periods, reached, target_on
from m4c.commitments.watching.status import DAY, History, due_on, levels
from m4c.core.chunks import in_chunks
from m4c.people.models import Account
from m4c.power.models import Powerholder

State = ConditionState.State
WORST_FIRST = (State.FAILED, State.OPEN, State.MET)
WITH_TARGET = (Measure.COUNT, Measure.RECURRING, *LEVELS)


@dataclass(frozen=True)
class Line:
    """A commitment as it stood."""

    commitment: Commitment
    status: Status
    done: Decimal
    target: Decimal | None
    due: date | None
    overdue_days: int
    condition_state: str | None

    def as_json(self) -> dict[str, Any]:
        """It as the command answers it."""
        return {
            "reference": self.commitment.reference,
            "speaker": self.commitment.powerholder.name,
            "status": self.status.as_data,
            "done": number(self.done),
            "target": number(self.target) if self.target is not None else None,
            "due": self.due.isoformat() if self.due else None,
            "overdue_days": self.overdue_days,
            "condition_state": self.condition_state,
        }


@dataclass(frozen=True)
class CommitmentsReport:
    """All the lines, by reference, and how many have each of the statuses: none has two, so that they add up."""

    on: date
    lines: list[Line]
    powerholder: Powerholder | None = None

    @property
    def totals(self) -> dict[str, int]:
        """How many have each status, those that nobody has with them."""
        totals = dict.fromkeys(Status.values, 0)
        for line in self.lines:
            totals[line.status] += 1
        return totals

    def as_json(self) -> dict[str, Any]:
        """It as the command answers it."""
        totals = {Status(status).as_data: number for status, number in self.totals.items()}
        return {"commitments": [line.as_json() for line in self.lines], "totals": totals}


def commitments_report(account: Account, on: date, powerholder: Powerholder | None = None) -> CommitmentsReport:
    """Those that the account sees and that were made by that day. Twelve statements for each 500."""
    found = Commitment.objects.visible_to(account).filter(made_on__lte=on)
    if powerholder:
        found = found.filter(powerholder=powerholder)
    lines: list[Line] = []
    rows = found.select_related("powerholder").order_by("reference", "pk").iterator(chunk_size=500)
    for chunk in in_chunks(rows):
        lines.extend(lines_of(chunk, on))
    return CommitmentsReport(on, lines, powerholder)


def lines_of(commitments: list[Commitment], on: date) -> Iterator[Line]:
    """How these stood."""
    stood = Standing.objects.on(on).filter(commitment__in=[row.pk for row in commitments])
    standing = {row.commitment_id: row for row in stood}
    histories = histories_of(commitments)
    states = condition_states([row.pk for row in commitments], on)
    as_they_were(commitments, on)
    for row in commitments:
        if (stands := standing.get(row.pk)) is None:
            continue
        history = histories[row.pk]
        status = Status(stands.status)
        yield Line(
            commitment=row,
            status=status,
            done=stands.done,
            target=target_on(history, on) if row.measure in WITH_TARGET else None,
            due=due_on(history, on),
            overdue_days=late(history, on) if status == Status.OVERDUE else 0,
            condition_state=states.get(row.pk),
        )


def late(history: History, on: date) -> int:
    """For how many days something has been overdue: since the first day that passed by which it was to be reached."""
    seen = [entry for entry in sorted(history.entries, key=lambda entry: entry.on) if entry.on <= on]
    done = reached(history, seen)
    due = due_on(history, on)
    past = [level.on for level in levels(history, on) if level.on < on and done < level.level]
    if history.measure == Measure.RECURRING:
        past += [after - DAY for _first, after in islice(missed_periods(history, seen, on, due), 1)]
    elif due and due < on:
        past.append(due)
    return (on - min(past, default=on)).days


def condition_states(commitments: Iterable[int], on: date) -> dict[int, str]:
    """Where the conditions of each stood: failed where one did, met where all are, else open. None has no entry.

    What a commitment waits for is told only of one that has no condition. Two statements.
    """
    conditions = Condition.objects.filter(commitment__in=commitments).values_list("pk", "commitment", "kind")
    latest = dict.fromkeys((pk for pk, _commitment, _kind in conditions), State.OPEN.value)
    states = ConditionState.objects.filter(commitment__in=commitments, struck_at=None, on__lte=on).order_by("on", "id")
    latest.update(states.values_list("condition", "state"))
    by_kind: dict[int, dict[str, set[str]]] = {}
    for pk, commitment, kind in conditions:
        by_kind.setdefault(commitment, {}).setdefault(kind, set()).add(latest[pk])
    found = {}
    for commitment, kinds in by_kind.items():
        stand = kinds.get(Condition.Kind.CONDITION) or kinds[Condition.Kind.DEPENDENCY]
        found[commitment] = next(state.value for state in WORST_FIRST if state in stand)
    return found


def number(value: Decimal) -> int | float:
    """A number as data: whole where it is."""
    return int(value) if value == value.to_integral_value() else float(value)
