"""Approaches: written down, answered in each way, put right with a reason, struck, and their papers."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from m4c.campaigns.models import Approach, ApproachPaper
from m4c.campaigns.operations.approach import (
    Answer,
    ApproachRefused,
    NewApproach,
    answer_approach,
    correct_approach,
    keep_approach_paper,
    look_over_approach,
    record_approach,
    strike_approach,
    withdraw_approach_paper,
)
from m4c.people.documents.files import path_of, take_file
from m4c.people.models import Engagement
from m4c.people.operations.must_see import Unseen
from tests.campaigns.approaches.making import ASKED, answered, approach_of, campaign_of, decided, holder_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers, somebody

DAY = timedelta(days=1)


def test_an_approach_is_written_down_and_seen_by_those_of_the_campaign(cast: Cast) -> None:
    found = approach_of(cast, by_person=cast.person("organiser"))
    assert (found.asked, found.outcome, found.is_ours) == (ASKED, "", True)
    assert seers(cast, found) == {"leader", "organiser", "national_organiser", "data_protection", "editor"}


def test_who_may_write_one_down(cast: Cast) -> None:
    campaign, holder = campaign_of(cast), holder_of(cast)
    new = NewApproach(holder, TODAY, "call", ASKED)
    may = doers(lambda account: record_approach(campaign=campaign, new=new, at=NOW, by=account), cast)
    assert may == {"leader", "organiser", "national_organiser"}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"asked": " "}, "no_words"),
        ({"channel": "pigeon"}, "channel"),
        ({"on": TODAY + 2 * DAY}, "ahead"),
        ({"answer_due": TODAY - 90 * DAY}, "due_before"),
        ({"is_ours": False}, "by_nobody"),
    ],
)
def test_what_is_not_clear_is_refused(cast: Cast, more: dict[str, object], code: str) -> None:
    with pytest.raises(ApproachRefused) as refused:
        approach_of(cast, **more)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_nobody_unseen_is_named(cast: Cast) -> None:
    with pytest.raises(Unseen):
        approach_of(cast, by_person=somebody(cast, group=cast.manchester))


def test_an_approach_of_ours_is_an_engagement_until_it_is_struck(cast: Cast) -> None:
    person = cast.person("organiser")
    found = approach_of(cast, by_person=person)
    row = Engagement.objects.get(source_type="campaigns.approach", source_id=found.pk)
    assert (row.kind, row.person_id, row.group_id) == ("approached_powerholder", person.pk, cast.cardiff.pk)
    strike_approach(approach=found, why="It was another campaign's", at=NOW, by=cast.organiser)
    assert not Engagement.objects.filter(source_type="campaigns.approach").exists()
    approach_of(cast, found.campaign, found.powerholder, is_ours=False, by_words="The MP", by_person=person)
    assert not Engagement.objects.filter(source_type="campaigns.approach").exists()


@pytest.mark.parametrize("outcome", ["acknowledged", "diverted", "partly", "answered", "refused", "banned"])
def test_each_outcome_has_its_day_and_words(cast: Cast, outcome: str) -> None:
    found = answered(cast, approach_of(cast), outcome)
    found.refresh_from_db()
    assert (found.outcome, found.answered_on, found.words) == (outcome, TODAY, "Come on Monday at ten")
    still = {"acknowledged", "diverted", "partly"}
    assert Approach.objects.open().exists() == (outcome in still)


def test_one_that_we_took_back_has_no_answer(cast: Cast) -> None:
    found = answered(cast, approach_of(cast), "withdrawn")
    assert (found.answered_on, Approach.objects.open().count()) == (None, 0)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer("", TODAY), "outcome"),
        (Answer("answered", TODAY - 90 * DAY), "before"),
        (Answer("answered", TODAY + 2 * DAY), "ahead"),
        (Answer("diverted", TODAY), "diverted"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(cast: Cast, answer: Answer, code: str) -> None:
    with pytest.raises(ApproachRefused) as refused:
        answer_approach(approach=approach_of(cast), answer=answer, at=NOW, by=cast.organiser)
    assert refused.value.code == code


def test_an_answer_may_be_one_to_earlier_approaches_too(cast: Cast) -> None:
    first = approach_of(cast)
    second = approach_of(cast, first.campaign, first.powerholder, days=20)
    other = approach_of(cast, first.campaign, holder_of(cast, "The cabinet member"))
    answered(cast, second, earlier=[first, other])
    assert list(Approach.objects.open()) == [other]


def test_whoever_comes_second_reads_what_was_written_meanwhile(cast: Cast) -> None:
    first = approach_of(cast)
    second = approach_of(cast, first.campaign, first.powerholder, days=20)
    read_before = Approach.objects.get(pk=first.pk)
    answered(cast, first, "refused")
    answered(cast, second, earlier=[read_before])
    assert Approach.objects.get(pk=first.pk).outcome == "refused"
    struck = Approach.objects.get(pk=second.pk)
    strike_approach(approach=struck, why="It was another campaign's", at=NOW, by=cast.organiser)
    with pytest.raises(ApproachRefused):
        answered(cast, second)


def test_an_answer_takes_off_what_is_said_of_the_silence(cast: Cast) -> None:
    notice = decided(cast)
    answered(cast, notice.approach)
    notice.refresh_from_db()
    assert notice.taken_off_at == NOW
    other = decided(cast, approach_of(cast, notice.campaign, notice.powerholder))
    answered(cast, other.approach, "acknowledged")
    other.refresh_from_db()
    assert other.taken_off_at is None


def test_it_is_put_right_with_a_reason(cast: Cast) -> None:
    found = approach_of(cast)
    new = NewApproach(found.powerholder, found.on + DAY, "call", ASKED)
    with pytest.raises(ApproachRefused):
        correct_approach(approach=found, new=new, why=" ", at=NOW, by=cast.organiser)
    correct_approach(approach=found, new=new, why="It was a call", at=NOW, by=cast.organiser)
    found.refresh_from_db()
    assert (found.channel, found.corrected_because, found.corrected_at) == ("call", "It was a call", NOW)


def test_what_an_import_brought_is_looked_at_once_it_has_its_day(cast: Cast) -> None:
    found = approach_of(cast)
    Approach.objects.filter(pk=found.pk).update(to_review="It does not say when they answered.", outcome="answered")
    found.refresh_from_db()
    with pytest.raises(ApproachRefused):
        look_over_approach(approach=found, by=cast.organiser)
    new = NewApproach(found.powerholder, found.on, "call", ASKED)
    correct_approach(approach=found, new=new, why="A call", at=NOW, by=cast.organiser)
    assert found.to_review
    answered(cast, found)
    assert (found.to_review, found.answered_on) == ("", TODAY)
    Approach.objects.filter(pk=found.pk).update(to_review="It does not say what was asked.")
    found.refresh_from_db()
    assert look_over_approach(approach=found, by=cast.organiser).to_review == ""


def test_it_is_not_put_after_its_answer(cast: Cast) -> None:
    found = answered(cast, approach_of(cast))
    found.answered_on = found.on
    new = NewApproach(found.powerholder, TODAY, "call", ASKED)
    with pytest.raises(ApproachRefused):
        correct_approach(approach=found, new=new, why="Later", at=NOW, by=cast.organiser)


def test_a_struck_one_stands_with_its_reason_and_is_no_more_changed(cast: Cast) -> None:
    notice = decided(cast)
    found = notice.approach
    strike_approach(approach=found, why="Twice", at=NOW, by=cast.organiser)
    notice.refresh_from_db()
    assert (found.struck_because, notice.taken_off_at) == ("Twice", NOW)
    with pytest.raises(ApproachRefused):
        answered(cast, found)
    with pytest.raises(ApproachRefused):
        strike_approach(approach=found, why="Again", at=NOW, by=cast.organiser)


def test_papers_are_kept_once_and_taken_away_for_good(
    cast: Cast, settings, tmp_path: Path, django_capture_on_commit_callbacks
) -> None:
    settings.DATA_DIR = tmp_path
    found = approach_of(cast)
    given = take_file(BytesIO(b"%PDF-1.4 our letter"), "letter.pdf")
    paper = keep_approach_paper(approach=found, given=given, at=NOW, by=cast.organiser)
    assert (paper.name, path_of(paper.uid).exists()) == ("letter.pdf", True)
    again = take_file(BytesIO(b"%PDF-1.4 our letter"), "letter.pdf")
    with pytest.raises(ApproachRefused):
        keep_approach_paper(approach=found, given=again, at=NOW, by=cast.organiser)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_approach_paper(paper=paper, at=NOW, by=cast.organiser)
    assert not path_of(paper.uid).exists()
    assert ApproachPaper.objects.get().withdrawn_at == NOW
