"""Scores from those present: by the code of a slip or signed in, once where they bear no name, and never told early."""

import pytest

from m4c.core.errors import Refused
from m4c.core.models import AuditEntry
from m4c.listening.deciding.scoring import scored_by, side_by_side
from m4c.listening.deciding.who_scored import sheets_of
from m4c.listening.models import Ballot, BallotOption, CandidateIssue, IssueScore, Voter
from m4c.listening.operations.ballot import close_ballot
from m4c.listening.operations.candidate_issue import withdraw_candidate
from m4c.listening.operations.scoring import score_by_code, score_own, show_scores
from m4c.listening.operations.voting import give_slips, make_slips
from m4c.people.models.account import website
from tests.cast import Cast
from tests.factories import NOW, doers
from tests.listening.deciding.making import ballot_between, candidate_of, theme_of

pytestmark = pytest.mark.django_db


def codes(cast: Cast, ballot: Ballot, number: int) -> list[str]:
    return [slip.code for slip in make_slips(ballot=ballot, number=number, by=cast.organiser).slips]


def told(candidates: list[CandidateIssue], line: int) -> list[tuple[int, float | None]]:
    """Of one line of the checklist: how many answered it for each candidate, and on the average what."""
    return [(cell.answered, cell.mean) for cell in side_by_side(candidates)[line].cells]


def test_scores_of_a_secret_ballot_are_counted_and_lead_to_nobody(cast: Cast):
    ballot, candidates = ballot_between(cast)
    named = give_slips(ballot=ballot, people=[cast.person("member")], by=cast.organiser).slips[0].code
    for code, answer in zip([named, *codes(cast, ballot, 2)], (2, 0, 2), strict=True):
        score_by_code(code=code, scores={candidates[0]: {"improvement": answer}}, at=NOW, by=website())
    assert IssueScore.objects.count() == 0
    assert BallotOption.objects.get(candidate=candidates[0]).scores == {
        "sheets": 3,
        "lines": {"improvement": [1, 0, 2]},
    }
    assert set(Voter.objects.values_list("scored_at", flat=True)) == {ballot.made_at}
    assert "improvement" not in str(list(AuditEntry.objects.values()))
    assert sheets_of(candidates, cast.organiser).sheets == []


def test_scores_without_a_name_are_shown_once_no_more_are_taken(cast: Cast):
    ballot, candidates = ballot_between(cast)
    first, second = codes(cast, ballot, 2)
    score_by_code(code=first, scores={candidates[0]: {"improvement": 2}}, at=NOW, by=website())
    assert (told(candidates, 0), scored_by(candidates)) == ([(0, None), (0, None)], {})
    show_scores(ballot=ballot, at=NOW, by=cast.organiser)
    assert (told(candidates, 0), scored_by(candidates)) == ([(1, 2.0), (0, None)], {candidates[0].pk: 1})
    with pytest.raises(Refused, match="No scores are taken"):
        score_by_code(code=second, scores={candidates[0]: {"improvement": 2}}, at=NOW, by=website())


def test_closing_the_vote_shows_the_scores_too(cast: Cast):
    ballot, candidates = ballot_between(cast)
    (code,) = codes(cast, ballot, 1)
    score_by_code(code=code, scores={candidates[1]: {"improvement": 1}}, at=NOW, by=website())
    Ballot.objects.filter(pk=ballot.pk).update(opened_at=NOW)
    close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    assert told(candidates, 0) == [(0, None), (1, 1.0)]


def test_one_slip_scores_once(cast: Cast):
    ballot, candidates = ballot_between(cast)
    (code,) = codes(cast, ballot, 1)
    score_by_code(code=code, scores={candidates[0]: {"winnable": 2}}, at=NOW, by=website())
    with pytest.raises(Refused, match="each scores once"):
        score_by_code(code=code, scores={candidates[0]: {"winnable": 0}}, at=NOW, by=website())
    assert BallotOption.objects.get(candidate=candidates[0]).scores["sheets"] == 1


def test_a_slip_and_an_account_of_somebody_are_one_sheet(cast: Cast):
    ballot, candidates = ballot_between(cast)
    code = give_slips(ballot=ballot, people=[cast.person("member")], by=cast.organiser).slips[0].code
    score_own(ballot=ballot, scores={candidates[0]: {"winnable": 2}}, at=NOW, by=cast.member)
    with pytest.raises(Refused, match="each scores once"):
        score_by_code(code=code, scores={candidates[0]: {"winnable": 2}}, at=NOW, by=website())


def test_in_an_open_ballot_scores_stand_beside_the_name_and_the_last_word_stands(cast: Cast):
    ballot, candidates = ballot_between(cast, is_secret=False)
    give_slips(ballot=ballot, people=[cast.person("member")], by=cast.organiser)
    for answer in (0, 2):
        score_own(ballot=ballot, scores={candidates[0]: {"winnable": answer}}, at=NOW, by=cast.member)
    (row,) = IssueScore.objects.all()
    assert (row.scorer, row.score) == (cast.person("member"), 2)
    (sheet,) = sheets_of(candidates, cast.organiser).sheets
    assert (sheet.person, [[str(said) for _letter, said in line] for _question, line in sheet.lines]) == (
        cast.person("member"),
        [["Yes", ""]],
    )


def test_a_slip_without_a_name_is_counted_in_an_open_ballot_too(cast: Cast):
    ballot, candidates = ballot_between(cast, is_secret=False)
    (code,) = codes(cast, ballot, 1)
    score_by_code(code=code, scores={candidates[0]: {"winnable": 2}}, at=NOW, by=website())
    assert (IssueScore.objects.count(), BallotOption.objects.get(candidate=candidates[0]).scores["sheets"]) == (0, 1)


def test_who_is_kept_safe_is_named_to_nobody_but_counted(cast: Cast):
    ballot, candidates = ballot_between(cast, is_secret=False)
    her = Voter.objects.create(ballot=ballot, person=cast.person("protected_member"))
    score_own(ballot=ballot, scores={candidates[0]: {"winnable": 2}}, at=NOW, by=cast.protected_member)
    seen = sheets_of(candidates, cast.organiser)
    assert ([sheet.person for sheet in seen.sheets], seen.hidden) == ([], 1)
    assert her.person == cast.person("protected_member")


@pytest.mark.parametrize(("answers", "code"), [({}, "blank"), ({"winnable": 3}, "score"), ({"charm": 1}, "score")])
def test_what_is_no_answer_is_refused(cast: Cast, answers: dict[str, int], code: str):
    ballot, candidates = ballot_between(cast)
    with pytest.raises(Refused) as refused:
        score_by_code(code=codes(cast, ballot, 1)[0], scores={candidates[0]: answers}, at=NOW, by=website())
    assert refused.value.code == code


def test_what_is_off_the_table_is_scored_no_more(cast: Cast):
    ballot, candidates = ballot_between(cast)
    (code,) = codes(cast, ballot, 1)
    withdraw_candidate(candidate=candidates[0], at=NOW, by=cast.organiser)
    for scored in (candidates[0], candidate_of(cast, theme_of(cast, "Another"))):
        with pytest.raises(Refused, match="not to be scored here"):
            score_by_code(code=code, scores={scored: {"winnable": 1}}, at=NOW, by=website())


def test_whoever_has_no_vote_scores_nothing_signed_in(cast: Cast):
    ballot, candidates = ballot_between(cast)
    make_slips(ballot=ballot, number=1, by=cast.organiser)
    for account in (cast.member, website()):
        with pytest.raises(Refused, match="no vote in this ballot"):
            score_own(ballot=ballot, scores={candidates[0]: {"winnable": 1}}, at=NOW, by=account)


def test_organisers_of_the_group_show_the_scores(cast: Cast):
    ballot, _candidates = ballot_between(cast)
    assert doers(lambda by: show_scores(ballot=ballot, at=NOW, by=by), cast) == {"organiser", "national_organiser"}
