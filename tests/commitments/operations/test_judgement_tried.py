"""Verdicts as somebody tries them who wants one to count at any price, or to keep one that has lost its ground."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from m4c.commitments.models import Judgement
from m4c.commitments.operations.judgement import (
    JudgementRefused,
    confirm_judgement,
    judge_commitment,
    make_notice,
    note_notice,
)
from m4c.commitments.operations.progress import strike_progress
from m4c.core.errors import NotAllowed
from m4c.people.models import AccountRole
from tests.cast import Cast
from tests.commitments.promising import a_promise, an_entry, broken, held, judged, noticed, status_of, verdict
from tests.factories import NOW, TODAY

DAY = timedelta(days=1)
HOW = "By letter to her office"


def test_whoever_lost_their_role_is_no_second_person(cast: Cast) -> None:
    judgement = judged(cast)
    AccountRole.objects.filter(account=cast.leader).delete()
    leader = type(cast.leader).objects.get(pk=cast.leader.pk)
    for act in (
        lambda: confirm_judgement(judgement=judgement, at=NOW, by=leader),
        lambda: judge_commitment(commitment=judgement.commitment, new=verdict(verdict="disputed"), at=NOW, by=leader),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert Judgement.objects.get().confirmed_on is None


def test_nobody_was_told_before_there_was_a_page_to_read(cast: Cast) -> None:
    """Whoever writes an earlier day down would have the ten days run out before they began."""
    judgement = judged(cast)
    make_notice(judgement=judgement, at=NOW - 3 * DAY, by=cast.organiser)
    make_notice(judgement=judgement, at=NOW, by=cast.organiser)
    assert judgement.notice_on == TODAY - 3 * DAY
    with pytest.raises(JudgementRefused) as refused:
        note_notice(judgement=judgement, on=TODAY - 12 * DAY, how=HOW, at=NOW, by=cast.organiser)
    assert (refused.value.code, refused.value.field) == ("wrong_day", "on")
    with pytest.raises(IntegrityError), transaction.atomic():
        Judgement.objects.filter(pk=judgement.pk).update(told_on=TODAY - 12 * DAY)
    note_notice(judgement=judgement, on=TODAY - 2 * DAY, how=HOW, at=NOW, by=cast.organiser)
    confirm_judgement(judgement=judgement, at=NOW, by=cast.leader)
    assert judgement.counts_from == TODAY + 8 * DAY


@pytest.mark.parametrize("told_on", [date(2026, 10, 20), date(2027, 3, 22), date(2028, 2, 24)])
def test_ten_days_are_ten_days_across_the_clock_change_and_a_leap_day(cast: Cast, told_on: date) -> None:
    late = datetime(told_on.year, told_on.month, told_on.day, 22, 30, tzinfo=UTC)  # nearly the next day, or it already
    judgement = judged(cast)
    make_notice(judgement=judgement, at=late - DAY, by=cast.organiser)
    note_notice(judgement=judgement, on=told_on, how=HOW, at=late, by=cast.organiser)
    confirm_judgement(judgement=judgement, at=late, by=cast.leader)
    counts = told_on + timedelta(days=10)
    assert judgement.counts_from == counts
    assert (status_of(judgement.commitment, counts - DAY) == "broken", status_of(judgement.commitment, counts)) == (
        False,
        "broken",
    )


def test_a_verdict_falls_with_the_entry_that_it_rested_on(cast: Cast) -> None:
    promise = a_promise(cast)
    entry = an_entry(cast, promise, kind="step", on=TODAY - 30 * DAY, evidence="Minutes, page 4")
    judgement = judged(cast, promise, verdict="disputed", evidence="", rests_on=entry)
    assert (judgement.evidence, status_of(promise)) == ("Minutes, page 4", "disputed")
    touched = strike_progress(progress=entry, because="The minutes were of another meeting", at=NOW, by=cast.leader)
    judgement.refresh_from_db()
    assert touched == [entry, judgement]
    assert (judgement.withdrawn_on, status_of(promise)) == (TODAY, "made")
    assert judgement.withdrawn_because == "What it rested on was struck: The minutes were of another meeting"
    assert strike_progress(progress=entry, because="Twice", at=NOW, by=cast.leader) == [entry]


def test_a_verdict_rests_on_what_counts_and_is_about_it(cast: Cast) -> None:
    promise = a_promise(cast)
    struck = an_entry(cast, promise, kind="step")
    strike_progress(progress=struck, because="Another meeting", at=NOW, by=cast.leader)
    for entry in (an_entry(cast, a_promise(cast)), held(cast, promise), struck):
        with pytest.raises(JudgementRefused) as refused:
            judged(cast, promise, rests_on=entry)
        assert refused.value.code == "does_not_count"


def test_a_lost_link_made_anew_gives_them_no_fewer_days(cast: Cast) -> None:
    judgement = broken(cast, days=4)
    noticed(cast, judgement)
    assert (judgement.told_on, judgement.counts_from) == (TODAY - 4 * DAY, TODAY + 6 * DAY)
