"""Scores of candidate issues by those present, each from their own phone: by the code of a ballot, or signed in.

They follow their ballot. Where it is open, answers stand beside the name of whoever has one there, and the last word
stands. Where it is secret, or a slip bears no name, they are counted and nothing else is kept: so each scores once.
"""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.listening.deciding.checklist import ANSWERS
from m4c.listening.deciding.opened import candidates_of
from m4c.listening.models import Ballot, BallotOption, CandidateIssue, Voter
from m4c.listening.operations.candidate_issue import check_answers, write_scores
from m4c.listening.operations.voting import own_voter, voter_by_code
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account

Scores = Mapping[CandidateIssue, Mapping[str, int]]  # of each candidate, the answer to each line of the checklist


class ScoreRefused(Refused):
    """No scores are taken, these say nothing, or they were given already."""


@operation(PUBLIC, on=None)
def score_by_code(*, code: str, scores: Scores, at: datetime, by: Account) -> Voter:
    """Score candidates with the code that opens a vote. Raises VoteRefused for a code of nobody, ScoreRefused,
    CandidateRefused.
    """
    return score(voter_by_code(code), scores, at)


@operation(SIGNED_IN, on="by")
def score_own(*, ballot: Ballot, scores: Scores, at: datetime, by: Account) -> Voter:
    """Score candidates signed in, as one who has a vote. Raises VoteRefused for whoever has none, ScoreRefused,
    CandidateRefused.
    """
    return score(own_voter(ballot, by), scores, at)


@operation(RUN_LISTENING, on="ballot")
def show_scores(*, ballot: Ballot, at: datetime, by: Account) -> Ballot:
    """Take no more scores, and let those that bear no name be read side by side. Again changes nothing."""
    if ballot.scores_shown_at is None:
        change(ballot, scores_shown_at=at)
    return ballot


def score(voter: Voter, scores: Scores, at: datetime) -> Voter:
    """Take one person's scores, whoever else gives theirs at the same time. Raises ScoreRefused, CandidateRefused."""
    ballot = Ballot.objects.select_for_update().get(pk=voter.ballot_id)
    if not ballot.takes_scores:
        raise ScoreRefused(_("No scores are taken any more."), code="over")
    given = {candidate: answers for candidate, answers in scores.items() if answers}
    if not given:
        raise ScoreRefused(_("Answer something: a sheet that says nothing cannot be counted."), code="blank")
    if not set(candidates_of(ballot)) >= set(given):
        raise ScoreRefused(_("That is not to be scored here."), code="no_candidate")
    for answers in given.values():
        check_answers(answers)
    if ballot.is_secret or voter.person is None:
        must_not_have_scored(Voter.objects.get(pk=voter.pk))
        count_in(ballot, given)
    else:
        write_scores(given, at, scorer=voter.person)
    # Of a secret ballot that somebody scored is kept, and not when.
    change(voter, scored_at=ballot.made_at if ballot.is_secret else at)
    return voter


def count_in(ballot: Ballot, scores: Scores) -> None:
    """Add a sheet to the counts of each candidate: what stands there tells of no sheet by itself."""
    options = list(BallotOption.objects.filter(ballot=ballot, candidate__in=scores))
    for option in options:
        assert option.candidate is not None
        lines = dict(option.scores.get("lines", {}))
        for criterion, answer in scores[option.candidate].items():
            counts = list(lines.get(criterion) or [0] * len(ANSWERS))
            counts[answer] += 1
            lines[criterion] = counts
        option.scores = {"sheets": option.scores.get("sheets", 0) + 1, "lines": lines}
    BallotOption.objects.bulk_update(options, ["scores"])  # unaudited: what changed would tell what one of them said


def must_not_have_scored(voter: Voter) -> None:
    """Raise ScoreRefused for whoever scored, where nobody can tell which answers were theirs."""
    if voter.scored_at is not None:
        raise ScoreRefused(_("These scores have been given: here each scores once."), code="scored")
