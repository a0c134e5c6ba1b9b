"""Verdicts stand on evidence; "broken" takes two people and a notice that has run out; what was taken back is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings

from m4c.commitments.models import Judgement
from m4c.commitments.operations.judgement import (
    JudgementRefused,
    confirm_judgement,
    judge_commitment,
    make_notice,
    note_notice,
    withdraw_judgement,
)
from tests.cast import Cast
from tests.commitments.promising import a_promise, an_entry, broken, judged, noticed, status_of, verdict
from tests.factories import NOW, TODAY, doers

DAY = timedelta(days=1)
OWN = {"leader", "organiser", "national_organiser"}
HOW = "By letter to her office"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"verdict": "bad"}, "no_verdict"),
        ({"verdict": "kept"}, "no_verdict"),
        ({"reasons": " "}, "no_reasons"),
        ({"evidence": " "}, "bare"),
        ({"verdict": "partly"}, "nothing_missing"),
        ({"on": TODAY + DAY}, "wrong_day"),
        ({"on": TODAY - 61 * DAY}, "wrong_day"),
    ],
)
def test_what_would_not_hold_is_refused(cast: Cast, said: dict[str, Any], code: str) -> None:
    with pytest.raises(JudgementRefused) as refused:
        judged(cast, **said)
    assert refused.value.code == code


@pytest.mark.parametrize("said", ["disputed", "unverifiable", "partly"])
def test_others_count_from_their_day_until_they_are_taken_back(cast: Cast, said: str) -> None:
    promise = a_promise(cast)
    judgement = judged(cast, promise, verdict=said, missing="Two meetings")
    assert (status_of(promise, TODAY - 21 * DAY), status_of(promise, TODAY - 20 * DAY)) == ("made", said)
    with pytest.raises(JudgementRefused) as refused:
        confirm_judgement(judgement=judgement, at=NOW, by=cast.leader)
    assert refused.value.code == "needs_none"
    with pytest.raises(JudgementRefused):
        withdraw_judgement(judgement=judgement, because=" ", at=NOW, by=cast.leader)
    withdraw_judgement(judgement=judgement, because="They showed us the minutes", at=NOW, by=cast.leader)
    assert (status_of(promise, TODAY - DAY), status_of(promise)) == (said, "made")


def test_broken_counts_once_two_judged_it_and_the_notice_ran_out(cast: Cast) -> None:
    promise = a_promise(cast)
    judgement = judged(cast, promise)
    assert (judgement.counts_from, status_of(promise)) == (None, "made")
    with pytest.raises(JudgementRefused) as refused:
        confirm_judgement(judgement=judgement, at=NOW, by=cast.organiser)
    assert refused.value.code == "same_person"
    confirm_judgement(judgement=judgement, at=NOW, by=cast.leader)
    confirm_judgement(judgement=judgement, at=NOW + DAY, by=cast.national_organiser)
    assert (judgement.confirmed_by, judgement.counts_from, status_of(promise)) == (cast.leader, None, "made")
    make_notice(judgement=judgement, at=NOW, by=cast.organiser)
    note_notice(judgement=judgement, on=TODAY, how=HOW, at=NOW, by=cast.organiser)
    assert judgement.counts_from == TODAY + 10 * DAY
    assert (status_of(promise, TODAY + 9 * DAY), status_of(promise, TODAY + 10 * DAY)) == ("made", "broken")


def test_it_counts_from_the_confirmation_where_that_comes_later(cast: Cast) -> None:
    promise = a_promise(cast)
    judgement = noticed(cast, judged(cast, promise), days=15).judgement
    note_notice(judgement=judgement, on=TODAY - 15 * DAY, how=HOW, at=NOW, by=cast.organiser)
    assert (judgement.counts_from, status_of(promise)) == (None, "made")
    confirm_judgement(judgement=judgement, at=NOW, by=cast.leader)
    assert (judgement.counts_from, status_of(promise, TODAY - DAY), status_of(promise)) == (TODAY, "made", "broken")


def test_the_notice_may_be_longer_by_a_setting(cast: Cast) -> None:
    with override_settings(COMMITMENT_NOTICE_DAYS=21):
        assert broken(cast).counts_from == TODAY + 6 * DAY


def test_the_notice_keeps_the_page_as_it_was_told(cast: Cast) -> None:
    judgement = judged(cast)
    with pytest.raises(JudgementRefused) as refused:
        note_notice(judgement=judgement, on=TODAY, how=HOW, at=NOW, by=cast.organiser)
    assert refused.value.code == "no_notice"
    first = noticed(cast, judgement)
    assert "She said in the chamber" in judgement.page_words
    assert "Minutes of the council" in judgement.page_words
    for on, how, code in ((TODAY - DAY, HOW, "wrong_day"), (TODAY + DAY, HOW, "wrong_day"), (TODAY, " ", "how")):
        with pytest.raises(JudgementRefused) as refused:
            note_notice(judgement=judgement, on=on, how=how, at=NOW, by=cast.organiser)
        assert refused.value.code == code
    note_notice(judgement=judgement, on=TODAY, how=HOW, at=NOW, by=cast.organiser)
    words = judgement.page_words
    judgement.commitment.words = "Other words"
    judgement.commitment.save()
    again = noticed(cast, judgement)
    assert (judgement.page_words, again.token != first.token) == (words, True)
    with pytest.raises(JudgementRefused) as refused:
        note_notice(judgement=judgement, on=TODAY, how=HOW, at=NOW, by=cast.organiser)
    assert refused.value.code == "told"


def test_broken_is_taken_back_from_that_day_on(cast: Cast) -> None:
    promise = a_promise(cast)
    judgement = broken(cast, promise)
    assert status_of(promise) == "broken"
    an_entry(cast, promise)
    assert status_of(promise) == "broken"
    given: dict[str, Any] = {"judgement": judgement, "at": NOW, "by": cast.leader}
    withdraw_judgement(**given, because="She came after all")
    withdraw_judgement(**given, because="Twice")
    assert (status_of(promise, TODAY - DAY), status_of(promise)) == ("broken", "kept")
    assert (judgement.withdrawn_because, judgement.withdrawn_by) == ("She came after all", cast.leader)
    for act in (
        lambda: confirm_judgement(judgement=judgement, at=NOW, by=cast.national_organiser),
        lambda: make_notice(judgement=judgement, at=NOW, by=cast.leader),
        lambda: note_notice(judgement=judgement, on=TODAY, how=HOW, at=NOW, by=cast.leader),
    ):
        with pytest.raises(JudgementRefused) as refused:
            act()
        assert refused.value.code == "withdrawn"
    judged(cast, promise)


def test_one_that_is_taken_back_before_its_notice_ends_never_counted(cast: Cast) -> None:
    promise = a_promise(cast)
    judgement = broken(cast, promise, days=4)
    assert judgement.counts_from == TODAY + 6 * DAY
    withdraw_judgement(judgement=judgement, because="She wrote to us", at=NOW, by=cast.leader)
    assert Judgement.objects.get().counts_from is None
    assert status_of(promise, TODAY + 20 * DAY) == "made"


def test_one_standing_verdict_of_a_kind(cast: Cast) -> None:
    promise = a_promise(cast)
    judged(cast, promise)
    with pytest.raises(JudgementRefused) as refused:
        judged(cast, promise)
    assert refused.value.code == "twice"
    judged(cast, promise, verdict="disputed")


def test_the_database_refuses_broken_without_two_people_or_notice(cast: Cast) -> None:
    judgement = judged(cast)
    for wrong in ({"counts_from": TODAY}, {"evidence": ""}, {"confirmed_by": cast.organiser}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Judgement.objects.filter(pk=judgement.pk).update(**wrong)


def test_who_may_judge_and_confirm(cast: Cast) -> None:
    promise = a_promise(cast, keeper=cast.person("member"))

    def anew(by: Any) -> None:
        Judgement.objects.all().delete()
        judge_commitment(commitment=promise, new=verdict(), at=NOW, by=by)

    assert doers(anew, cast) == OWN
    Judgement.objects.all().delete()
    judgement = judge_commitment(commitment=promise, new=verdict(), at=NOW, by=cast.operator)
    assert doers(lambda by: confirm_judgement(judgement=judgement, at=NOW, by=by), cast) == OWN
    assert doers(lambda by: make_notice(judgement=judgement, at=NOW, by=by), cast) == OWN
