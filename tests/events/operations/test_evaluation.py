"""Evaluations: one for each who was there, said anew, taken back, and what is next made into jobs."""

import pytest

from m4c.events.models import Evaluation, Event, Job
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.evaluation import (
    EvaluationRefused,
    Said,
    evaluate,
    make_job_of,
    withdraw_evaluation,
)
from m4c.people.models import Account
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import NOW, doers, gathering, seers


@pytest.fixture
def event(cast: Cast) -> Event:
    """An event that is over, where the member was."""
    event = gathering(cast, days=-1)
    record_attendance(event=event, person=cast.person("member"), by=cast.operator)
    return event


def said(event: Event, by: Account, **more: str) -> Evaluation:
    """What somebody says of it."""
    return evaluate(event=event, said=Said(" Proud ", **more), at=NOW, by=by)


def test_whoever_was_there_says_how_it_was_and_says_it_anew(cast: Cast, event: Event):
    first = said(event, cast.member, learnt="To begin on time.")
    again = evaluate(event=event, said=Said("Tired", next="Tea"), at=NOW, by=cast.member)
    again.refresh_from_db()
    assert (again.pk, again.feelings, again.learnt, again.next) == (first.pk, "Tired", "", "Tea")
    assert again.changed_at > first.changed_at


def test_leaders_and_organisers_say_it_too_and_nobody_else_does(cast: Cast, event: Event):
    told = set()
    for who in ("member", "leader", "organiser", "editor", "leader_elsewhere", "admin"):
        try:
            said(event, getattr(cast, who))
        except EvaluationRefused:
            continue
        told.add(who)
    assert told == {"member", "leader", "organiser"}


def test_who_said_yes_and_did_not_come_was_not_there(cast: Cast):
    event = gathering(cast, days=-1)
    record_attendance(event=event, person=cast.person("member"), state="yes", by=cast.operator)
    with pytest.raises(EvaluationRefused, match="not written down"):
        said(event, cast.member)


def test_it_begins_with_a_feeling_once_it_is_over(cast: Cast, event: Event):
    with pytest.raises(EvaluationRefused, match="how you feel"):
        evaluate(event=event, said=Said("  "), at=NOW, by=cast.member)
    with pytest.raises(EvaluationRefused, match="once it is over"):
        said(gathering(cast, days=1), cast.leader)


def test_it_is_read_by_who_said_it_and_by_leaders_of_the_group(cast: Cast, event: Event):
    assert seers(cast, said(event, cast.member)) == {"member", "leader", "organiser", "national_organiser"}


def test_of_whoever_is_kept_safe_it_is_read_by_her_and_her_contact(cast: Cast):
    event = gathering(cast, days=-1)
    record_attendance(event=event, person=cast.person("protected_member"), by=cast.operator)
    assert seers(cast, said(event, cast.protected_member)) == {"protected_member", "leader"}


def test_only_who_said_it_takes_it_back(cast: Cast, event: Event):
    evaluation = said(event, cast.member)
    with pytest.raises(Unseen):
        withdraw_evaluation(evaluation=evaluation, by=cast.organiser)
    withdraw_evaluation(evaluation=evaluation, by=cast.member)
    assert Evaluation.objects.count() == 0


def test_a_line_of_what_is_next_becomes_a_job_once(cast: Cast, event: Event):
    evaluation = said(event, cast.member, next="- Bring the urn\n\n• Book the hall ")
    for _time in range(2):
        make_job_of(evaluation=evaluation, step=1, at=NOW, by=cast.leader)
    job = Job.objects.get()
    assert (job.what, job.event, job.group, job.taken_by) == ("Book the hall", event, cast.cardiff, None)
    with pytest.raises(EvaluationRefused, match="no longer"):
        make_job_of(evaluation=evaluation, step=2, at=NOW, by=cast.leader)


def test_leaders_and_organisers_make_jobs_of_it(cast: Cast, event: Event):
    evaluation = said(event, cast.member, next="Tea")
    here = {"leader", "organiser", "national_organiser"}
    assert doers(lambda by: make_job_of(evaluation=evaluation, step=0, at=NOW, by=by), cast) == here


def test_what_one_may_not_read_becomes_no_job(cast: Cast):
    event = gathering(cast, days=-1)
    record_attendance(event=event, person=cast.person("protected_member"), by=cast.operator)
    evaluation = said(event, cast.protected_member, next="Tea")
    with pytest.raises(Unseen):
        make_job_of(evaluation=evaluation, step=0, at=NOW, by=cast.organiser)
