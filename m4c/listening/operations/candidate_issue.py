"""Cutting the issue: what might be won of a theme, and how those present score each on the checklist."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.listening.deciding.checklist import NAMES, NO, YES
from m4c.listening.models import CandidateIssue, Issue, IssueScore, Theme
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see


class CandidateRefused(Refused):
    """The candidate says too little, is chosen already, or is scored by nobody."""


@dataclass(frozen=True)
class Cut:
    """A change that might be won: what exactly, who can grant it, and by when."""

    change: str
    who_can_grant: str
    by_when: date | None = None

    @property
    def checked(self) -> dict[str, object]:
        """As it is kept. Raises CandidateRefused where the change or who can grant it is not said."""
        if not self.change.strip():
            raise CandidateRefused(_("Say what exactly is to change."), field="change", code="no_change")
        if not self.who_can_grant.strip():
            raise CandidateRefused(
                _("Say who can grant it: a person, not a body."), field="who_can_grant", code="nobody"
            )
        return {
            "change": self.change.strip(),
            "who_can_grant": self.who_can_grant.strip(),
            "by_when": self.by_when,
        }


@operation(RUN_LISTENING, on="theme")
def cut_candidate(*, theme: Theme, cut: Cut, by: Account) -> CandidateIssue:
    """Cut a candidate out of a theme. Raises CandidateRefused."""
    return CandidateIssue.objects.create(group=theme.group, theme=theme, made_by=by, **cut.checked)


@operation(RUN_LISTENING, on="candidate")
def change_candidate(*, candidate: CandidateIssue, cut: Cut, by: Account) -> CandidateIssue:
    """Say it in other words, as long as nobody has chosen it. Raises CandidateRefused."""
    must_not_be_chosen(candidate)
    change(candidate, **cut.checked)
    return candidate


@operation(RUN_LISTENING, on="candidate")
def withdraw_candidate(*, candidate: CandidateIssue, at: datetime, by: Account) -> CandidateIssue:
    """Take a candidate off the table, or with its second press back on it. Raises CandidateRefused."""
    must_not_be_chosen(candidate)
    change(candidate, withdrawn_at=at if candidate.withdrawn_at is None else None)
    return candidate


@operation(RUN_LISTENING, on="candidate")
def score_candidate(
    *,
    candidate: CandidateIssue,
    scores: Mapping[str, int],
    at: datetime,
    by: Account,
    scorer: Person | None = None,
    slip: int | None = None,
) -> CandidateIssue:
    """Keep how somebody present, or a paper by its number, answered lines of the checklist; the last word stands.

    Raises CandidateRefused, Unseen.
    """
    must_see([scorer], by)
    must_not_be_chosen(candidate)
    if (scorer is None) == (slip is None):
        raise CandidateRefused(_("Say whose scores these are: a person's, or those of a paper."), code="whose")
    check_answers(scores)
    write_scores({candidate: scores}, at, scorer=scorer, slip=slip)
    return candidate


def check_answers(scores: Mapping[str, int]) -> None:
    """Raise CandidateRefused for a line that is not on the checklist, or an answer that there is not."""
    if not set(NAMES) >= scores.keys() or not all(NO <= score <= YES for score in scores.values()):
        raise CandidateRefused(_("A line is answered by yes, partly or no."), code="score")


def write_scores(
    scores: Mapping[CandidateIssue, Mapping[str, int]],
    at: datetime,
    *,
    scorer: Person | None = None,
    slip: int | None = None,
) -> None:
    """Keep somebody's answers, or those of a paper, in place of what they answered to these lines before."""
    for candidate, given in scores.items():
        IssueScore.objects.filter(candidate=candidate, scorer=scorer, slip=slip, criterion__in=given).delete()
    IssueScore.objects.bulk_create(
        IssueScore(candidate=candidate, scorer=scorer, slip=slip, criterion=criterion, score=score, at=at)
        for candidate, given in scores.items()
        for criterion, score in given.items()
    )


def must_not_be_chosen(candidate: CandidateIssue) -> None:
    """Raise CandidateRefused for one that became an issue: what was decided stays as it was."""
    if Issue.objects.filter(candidate=candidate).exists():
        raise CandidateRefused(_("This was chosen: it stays as it is."), code="chosen")
