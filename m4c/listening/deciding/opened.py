"""A vote as its code, or an account, opens it: what is decided and between what, what may be scored before, and what
of it is done; who votes is not told, and nobody else is.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from m4c.listening.deciding.codes import digest_of
from m4c.listening.models import Ballot, BallotOption, CandidateIssue, Issue, Voter


@dataclass(frozen=True)
class OpenedVote:
    """A ballot with its options and candidates, whether this vote of it has been cast, and whether it scored."""

    ballot: Ballot
    options: list[str]
    candidates: list[CandidateIssue]
    is_cast: bool
    is_scored: bool
    is_named: bool

    @property
    def may_score(self) -> bool:
        """Whether there is something that this vote may score now: in the open one may say it anew."""
        is_once = self.ballot.is_secret or not self.is_named
        return bool(self.candidates) and self.ballot.takes_scores and not (is_once and self.is_scored)

    @property
    def shows_scores(self) -> bool:
        """Whether the candidates may be looked at side by side."""
        return bool(self.candidates) and self.ballot.shows_scores


def opened_by(code: str) -> OpenedVote | None:
    """The vote that a code opens, or None. Two statements."""
    rows = Voter.objects.filter(code_hash=digest_of(code)).exclude(code_hash="").select_related("ballot__group")
    voter = rows.first() if code else None
    return opened(voter) if voter else None


def opened(voter: Voter) -> OpenedVote:
    """A vote. One statement."""
    options = options_of(voter.ballot)
    return OpenedVote(
        voter.ballot,
        [option.words for option in options],
        on_the_table(options),
        is_cast=voter.voted_at is not None,
        is_scored=voter.scored_at is not None,
        is_named=voter.person_id is not None,
    )


def candidates_of(ballot: Ballot) -> list[CandidateIssue]:
    """The candidates of a ballot that may be scored, in its order: none that was chosen or taken off the table."""
    return on_the_table(options_of(ballot))


def options_of(ballot: Ballot) -> list[BallotOption]:
    """The options in their order, with their candidates, and which of these was chosen."""
    chosen = Issue.objects.filter(candidate=OuterRef("candidate"))
    rows = BallotOption.objects.filter(ballot=ballot).select_related("candidate__theme")
    return list(rows.annotate(is_chosen=Exists(chosen)))


def on_the_table(options: list[BallotOption]) -> list[CandidateIssue]:
    """The candidates among options that neither became an issue nor were taken off the table."""
    return [
        option.candidate
        for option in options
        if option.candidate and option.candidate.withdrawn_at is None and not option.is_chosen  # type: ignore[attr-defined]
    ]
