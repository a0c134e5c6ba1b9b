"""Jobs are written down, taken on, handed back and settled, each by whom it is for."""

from datetime import timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.events.models import Job
from m4c.events.operations.job import (
    JobRefused,
    change_job,
    give_job,
    hand_back_job,
    open_job_again,
    settle_job,
    take_job,
)
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, gathering, seers

LATER = NOW + timedelta(hours=1)


def job_in(cast: Cast, **more: object) -> Job:
    """A job of Cardiff."""
    facts = {"what": " Bring the urn ", "at": NOW, "by": cast.organiser}
    return give_job(group=cast.cardiff, **(facts | more))  # type: ignore[arg-type]


def test_a_job_is_written_down_as_given(cast: Cast) -> None:
    job = job_in(cast, taken_by=cast.person("member"), due_on=TODAY)
    assert (job.what, job.taken_by, job.taken_at, job.due_on) == ("Bring the urn", cast.person("member"), NOW, TODAY)


def test_leaders_and_organisers_give_out_jobs(cast: Cast) -> None:
    assert doers(lambda by: job_in(cast, by=by), cast) == {"leader", "organiser", "national_organiser"}


def test_a_job_says_something_of_its_own_group_and_of_people_one_sees(cast: Cast) -> None:
    with pytest.raises(JobRefused, match="Say what"):
        job_in(cast, what="  ")
    with pytest.raises(JobRefused, match="another group"):
        job_in(cast, event=gathering(cast, cast.manchester))
    with pytest.raises(Unseen):
        job_in(cast, taken_by=cast.person("leader_elsewhere"))


def test_a_member_takes_on_what_waits_and_nobody_else_then_can(cast: Cast) -> None:
    job = take_job(job=job_in(cast), at=LATER, by=cast.member)
    assert (job.taken_by, job.taken_at) == (cast.person("member"), LATER)
    with pytest.raises(JobRefused, match="Somebody else"):
        take_job(job=job, at=LATER, by=cast.leader)


def test_those_elsewhere_take_nothing_on(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        take_job(job=job_in(cast), at=LATER, by=cast.leader_elsewhere)


def test_handing_back_lets_it_wait_again(cast: Cast) -> None:
    job = take_job(job=job_in(cast), at=NOW, by=cast.member)
    assert hand_back_job(job=job, at=LATER, by=cast.member).taken_by is None
    assert job.taken_at is None


def test_one_settles_ones_own_and_a_leader_anybodys(cast: Cast) -> None:
    job = job_in(cast, taken_by=cast.person("leader"))
    with pytest.raises(JobRefused, match="somebody else's"):
        settle_job(job=job, outcome="done", at=LATER, by=cast.member)
    settle_job(job=job, outcome="done", at=LATER, by=cast.organiser)
    assert (job.settled_at, job.settled_by, job.outcome) == (LATER, cast.organiser, "done")


def test_what_is_settled_is_opened_again_before_it_is_touched(cast: Cast) -> None:
    job = settle_job(job=job_in(cast), outcome="dropped", at=LATER, by=cast.member)
    for again in (
        lambda: take_job(job=job, at=LATER, by=cast.member),
        lambda: settle_job(job=job, outcome="done", at=LATER, by=cast.member),
        lambda: change_job(job=job, what="Tea", at=LATER, by=cast.leader, taken_by=None, due_on=None),
    ):
        with pytest.raises(JobRefused, match="settled already"):
            again()
    assert open_job_again(job=job, by=cast.member).settled_at is None


def test_a_changed_job_passes_to_whoever_is_named(cast: Cast) -> None:
    job = job_in(cast, taken_by=cast.person("member"))
    change_job(job=job, what="Tea", at=LATER, by=cast.organiser, taken_by=cast.person("leader"), due_on=TODAY)
    assert (job.what, job.taken_by, job.taken_at, job.due_on) == ("Tea", cast.person("leader"), LATER, TODAY)


def test_jobs_are_seen_by_the_group_and_its_own_events_only(cast: Cast) -> None:
    assert "member" in seers(cast, job_in(cast))
    assert "leader_elsewhere" not in seers(cast, job_in(cast))
    hidden = job_in(cast, event=gathering(cast, visibility="invited"))
    assert "member" not in seers(cast, hidden)


def test_what_is_to_do_stands_by_day_and_pages_follow_it(cast: Cast) -> None:
    late, soon, whenever, another = (
        job_in(cast, what=name, due_on=day)
        for name, day in (("b", TODAY + timedelta(2)), ("a", TODAY), ("c", None), ("d", None))
    )
    rows = Job.objects.to_do()
    assert list(rows) == [soon, late, whenever, another]
    assert list(rows.after(soon)) == [late, whenever, another]
    assert list(rows.after(whenever)) == [another]
    assert list(rows.before(whenever)) == [soon, late]
    assert list(rows.before(late)) == [soon]
