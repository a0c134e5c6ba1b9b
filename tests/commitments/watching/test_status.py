"""Every status as a table: which history has which status on which day, and how much was reached."""

from decimal import Decimal
from typing import Any

import pytest

from m4c.commitments.watching.status import ConditionOn, Level, NewTarget, Verdict, status_on
from tests.commitments.watching.histories import (
    BROKEN,
    MADE,
    a_day,
    again,
    count,
    did,
    done,
    due,
    ongoing,
    share,
)

IF_ELECTED = ConditionOn(1, MADE, "open")
LOST = ConditionOn(1, a_day("2026-05-08"), "failed")
NO_PERMISSION = ConditionOn(2, a_day("2026-05-08"), "failed", is_dependency=True)
THREE = (did("2026-02-01", 1), did("2026-03-01", 1), did("2026-04-01", 1))
JUDGED = Verdict("broken", a_day("2026-03-12"), **BROKEN)
MILESTONES = (Level(a_day("2026-06-30"), Decimal(45)), Level(a_day("2027-06-30"), Decimal(100)))
TERM: dict[str, Any] = {"every": "half", "expires_on": a_day("2027-01-09")}
HALVES = (did("2026-01-10", 1), did("2026-07-09", 1), did("2026-07-10", 2))

TABLE: dict[str, tuple[Any, ...]] = {
    # made, due soon, overdue
    "made": (count(due=due("2026-05-01")), "2026-01-10", "made", 0),
    "a month and a day before it is due": (count(due=due("2026-05-01")), "2026-03-31", "made", 0),
    "thirty days before it is due": (count(due=due("2026-05-01")), "2026-04-01", "due_soon", 0),
    "on the day it is due": (count(due=due("2026-05-01")), "2026-05-01", "due_soon", 0),
    "the day after it was due": (count(due=due("2026-05-01")), "2026-05-02", "overdue", 0),
    "no day is known": (count(due=due(None)), "2099-01-01", "made", 0),
    "its end stands for the day it is due": (done(expires_on=a_day("2026-05-01")), "2026-05-02", "overdue", 0),
    "a later day was agreed": (
        done(due=due("2026-05-01") + due("2026-09-01", a_day("2026-04-20"))),
        "2026-05-02",
        "made",
        0,
    ),
    "a later day is not known before it is": (
        done(due=due("2026-05-01") + due("2026-09-01", a_day("2026-05-20"))),
        "2026-05-02",
        "overdue",
        0,
    ),
    # in progress, kept
    "one of three": (count(entries=THREE, due=due("2026-05-01")), "2026-02-28", "in_progress", 1),
    "two of three, late": (count(entries=THREE[:2], due=due("2026-05-01")), "2026-05-02", "overdue", 2),
    "three of three": (count(entries=THREE, due=due("2026-05-01")), "2026-04-01", "kept", 3),
    "kept, though late": (count(entries=(did("2026-06-01", 3),), due=due("2026-05-01")), "2026-06-01", "kept", 3),
    "a step without a number": (count(entries=(did("2026-02-01"),)), "2026-02-01", "in_progress", 0),
    "a level adds nothing up": (share(entries=(did("2026-02-01", 60), did("2026-03-01", 55))), "2026-03-01",
                                "in_progress", 55),
    "the whole share": (share(entries=(did("2026-02-01", 60), did("2026-03-01", 100))), "2026-03-01", "kept", 100),
    "done": (done(entries=(did("2026-02-01", kind="done"),)), "2026-02-01", "kept", 1),
    "a step is not done": (done(entries=(did("2026-02-01", 1),)), "2026-02-01", "in_progress", 0),
    "a target lowered by agreement": (
        count(2, entries=THREE[:2], amendments=(NewTarget(a_day("2026-03-15"), Decimal(3), Decimal(2)),)),
        "2026-03-15",
        "kept",
        2,
    ),
    "before it was lowered": (
        count(2, entries=THREE[:2], amendments=(NewTarget(a_day("2026-03-15"), Decimal(3), Decimal(2)),)),
        "2026-03-14",
        "in_progress",
        2,
    ),
    # milestones
    "a milestone near": (share(milestones=MILESTONES), "2026-06-10", "due_soon", 0),
    "a milestone missed": (share(milestones=MILESTONES, entries=(did("2026-06-30", 44),)), "2026-07-01", "overdue", 44),
    "a milestone reached": (share(milestones=MILESTONES, entries=(did("2026-06-30", 45),)), "2026-07-01",
                            "in_progress", 45),
    "a milestone agreed later": (
        share(milestones=(Level(a_day("2026-03-01"), Decimal(45), a_day("2026-04-01")),)),
        "2026-03-31",
        "made",
        0,
    ),
    "and known": (
        share(milestones=(Level(a_day("2026-03-01"), Decimal(45), a_day("2026-04-01")),)),
        "2026-04-01",
        "overdue",
        0,
    ),
    # again and again
    "once of twice, in the half year": (again(entries=HALVES[:1], **TERM), "2026-07-09", "in_progress", 1),
    "once of twice, half a year on": (again(entries=HALVES[:1], **TERM), "2026-07-10", "overdue", 1),
    "twice, and half a year on": (again(entries=HALVES[:2], **TERM), "2026-07-10", "in_progress", 2),
    "each half year, to its last day": (again(entries=HALVES, **TERM), "2027-01-09", "in_progress", 4),
    "each half year, and over": (again(entries=HALVES, **TERM), "2027-01-10", "kept", 4),
    "four in one half year are not two in each": (
        again(entries=(did("2026-02-01", 4),), **TERM),
        "2027-01-10",
        "overdue",
        4,
    ),
    "for ever": (again(entries=HALVES), "2027-01-09", "in_progress", 4),
    "for ever, and one year without": (again(entries=HALVES), "2027-07-10", "overdue", 4),
    # ongoing
    "held to": (ongoing(expires_on=a_day("2026-07-10")), "2026-07-10", "made", 0),
    "held to until it ended": (ongoing(expires_on=a_day("2026-07-10")), "2026-07-11", "expired", 0),
    "not held to, once": (
        ongoing(expires_on=a_day("2026-07-10"), entries=(did("2026-05-01", kind="lapse"),)),
        "2026-07-11",
        "made",
        0,
    ),
    "not begun by its day": (ongoing(due=due("2026-05-01")), "2026-05-02", "overdue", 0),
    "begun, and so not late": (ongoing(due=due("2026-05-01"), entries=(did("2026-04-01"),)), "2026-05-02",
                               "in_progress", 0),
    # conditions
    "a condition open": (count(conditions=(IF_ELECTED,)), "2026-05-07", "made", 0),
    "a condition failed": (count(conditions=(IF_ELECTED, LOST)), "2026-05-08", "void", 0),
    "void comes before kept": (count(conditions=(LOST,), entries=THREE), "2026-06-01", "void", 3),
    "a condition failed, and met after all": (
        count(conditions=(LOST, ConditionOn(1, a_day("2026-05-20"), "met"))),
        "2026-05-20",
        "made",
        0,
    ),
    "another body's no voids nothing": (done(conditions=(NO_PERMISSION,)), "2026-06-01", "made", 0),
    "superseded": (count(superseded_on=a_day("2026-05-08"), due=due("2026-03-01")), "2026-05-08", "superseded", 0),
    "until then it was late": (count(superseded_on=a_day("2026-05-08"), due=due("2026-03-01")), "2026-05-07",
                               "overdue", 0),
    # verdicts
    "disputed": (count(entries=THREE, verdicts=(Verdict("disputed", a_day("2026-05-01")),)), "2026-05-01", "disputed",
                 3),
    "cannot be verified": (done(verdicts=(Verdict("unverifiable", a_day("2026-05-01")),)), "2026-05-01",
                           "unverifiable", 0),
    "broken, after notice": (count(verdicts=(JUDGED,), due=due("2026-02-01")), "2026-03-12", "broken", 0),
    "the last day of notice": (count(verdicts=(JUDGED,), due=due("2026-02-01")), "2026-03-11", "overdue", 0),
    "broken, judged by one": (
        count(verdicts=(Verdict("broken", a_day("2026-03-12"), told_on=MADE),)),
        "2099-01-01",
        "made",
        0,
    ),
    "broken, and nobody was told": (
        count(verdicts=(Verdict("broken", a_day("2026-03-12"), confirmed_on=MADE),)),
        "2099-01-01",
        "made",
        0,
    ),
    "broken, and taken back": (
        count(verdicts=(Verdict("broken", a_day("2026-03-12"), a_day("2026-04-01"), **BROKEN),)),
        "2026-04-01",
        "made",
        0,
    ),
    "partly kept": (count(entries=THREE[:2], verdicts=(Verdict("partly", a_day("2026-05-01")),)), "2026-05-01",
                    "partly", 2),
    "kept after it was kept in part": (count(entries=THREE, verdicts=(Verdict("partly", a_day("2026-03-01")),)),
                                       "2026-05-01", "kept", 3),
    "a verdict that does not count yet": (done(verdicts=(Verdict("partly", None),)), "2026-05-01", "made", 0),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_a_history_has_its_status(case):
    history, day, status, reached = TABLE[case]
    assert status_on(history, a_day(day)) == (status, Decimal(reached))


def test_soon_is_as_many_days_as_is_set():
    history = done(due=due("2026-05-01"))
    assert [status_on(history, a_day(day), soon=7)[0] for day in ("2026-04-23", "2026-04-24")] == ["made", "due_soon"]
