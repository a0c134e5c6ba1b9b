"""Standings are written anew with each change, for many at once, and by the schedule where a setting changed."""

from datetime import timedelta
from decimal import Decimal

import pytest

from m4c.commitments.models import (
    Commitment,
    ConditionState,
    Every,
    Judgement,
    Measure,
    Progress,
    Standing,
)
from m4c.commitments.operations.commitment import NewMilestone
from m4c.commitments.operations.standing import restate_commitments
from m4c.commitments.operations.terms import say_condition
from m4c.commitments.watching.history import histories_of
from m4c.commitments.watching.restating import restate
from m4c.commitments.watching.restating_tasks import restate_all
from m4c.commitments.watching.status import ConditionOn, Due, Entry, Level, Verdict, spans
from tests.commitments.making import MADE, a_commitment, a_condition, stands
from tests.factories import NOW, TODAY, doers

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_history_is_what_the_tables_say(cast):
    made = a_commitment(cast, milestones=[NewMilestone(TODAY, Decimal(1))])
    condition, waits = a_condition(cast, made), a_condition(cast, made, "The committee", kind="dependency")
    by = {"at": NOW, "by": cast.leader}
    told = {"evidence": "Minutes", "says_who": "The clerk", "on": TODAY}
    for each, state in ((condition, "met"), (waits, "failed")):
        say_condition(condition=each, state=state, **told, **by)
    ConditionState.objects.filter(condition=condition).update(struck_at=NOW)
    written = {"commitment": made, "says_who": "We", "added_by": cast.leader, "added_at": NOW}
    for more in ({}, {"struck_at": NOW}, {"is_from_outside": True}, {"is_from_outside": True, "confirmed_at": NOW}):
        Progress.objects.create(kind="reached", on=TODAY, amount=1, **more, **written)
    judged = {"reasons": "Two were ours", "evidence": "Minutes", "judged_by": cast.leader, "judged_at": NOW}
    Judgement.objects.create(commitment=made, verdict="disputed", on=TODAY, counts_from=TODAY, **judged)
    history = histories_of([made])[made.pk]
    assert (history.made_on, history.measure, history.target) == (MADE, Measure.COUNT, 3)
    assert history.due == (Due(MADE, made.due_on),)
    assert history.milestones == (Level(TODAY, Decimal(1), MADE),)
    assert history.conditions == (ConditionOn(waits.pk, TODAY, "failed", is_dependency=True),)
    assert history.entries == (Entry(TODAY, "reached", Decimal(1)), Entry(TODAY, "reached", Decimal(1)))
    assert history.verdicts == (Verdict("disputed", TODAY),)


def test_what_stands_is_what_the_rule_says(cast):
    many = [
        a_commitment(cast),
        a_commitment(cast, measure="recurring", every=Every.MONTH, expires_on=TODAY + 90 * DAY, due_on=None),
        a_commitment(cast, measure="ongoing", due_on=None, expires_on=TODAY),
    ]
    restate(many)
    histories = histories_of(many)
    for made in many:
        rows = Standing.objects.filter(commitment=made).values_list("since", "until", "status", "done")
        assert list(rows) == [(each.since, each.until, each.status, each.done) for each in spans(histories[made.pk])]


def test_one_whose_day_was_never_written_by_itself_is_due_as_it_says(cast):
    made = a_commitment(cast, due_on=None)
    Commitment.objects.filter(pk=made.pk).update(due_on=TODAY)
    made.refresh_from_db()
    restate(made)
    assert [stands(made), stands(made, TODAY + DAY)] == ["due_soon", "overdue"]


def test_a_setting_that_changed_is_followed_in_the_night(cast, settings):
    made, other = a_commitment(cast), a_commitment(cast)
    Standing.objects.filter(commitment=other).delete()
    assert restate_commitments(by=cast.operator) == [other]
    settings.COMMITMENT_SOON_DAYS = 60
    assert stands(made) == "made"
    assert restate_commitments(by=cast.operator, most=1) == [made]
    restate_all.func()
    assert [stands(made), stands(other)] == ["due_soon", "due_soon"]
    assert restate_commitments(by=cast.operator) == []


def test_nobody_but_the_schedule_does_it(cast):
    assert doers(lambda by: restate_commitments(by=by), cast) == set()
