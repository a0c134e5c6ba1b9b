"""What somebody who is on record twice decided with others, and heard of."""

from m4c.listening.models import CandidateIssue, Issue, IssueDecider, IssueMove, IssueScore, Theme, Voter, WordBack
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.listening.deciding.making import ballot_of, issue_of, theme_of


def decide(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Rows of deciding that name this record, in one ballot and on one issue."""
    theme = Theme.objects.filter(group=cast.cardiff, name="Street lights").first() or theme_of(cast)
    issue = Issue.objects.filter(group=cast.cardiff).first() or issue_of(cast, theme, tells=False)
    ballot = issue.ballot or ballot_of(cast)
    Issue.objects.filter(pk=issue.pk).update(ballot=ballot)
    Voter.objects.create(ballot=ballot, person=person, number=number)
    for candidate in CandidateIssue.objects.filter(theme=theme):
        IssueScore.objects.create(candidate=candidate, scorer=person, criterion="winnable", score=number % 3, at=NOW)
    IssueDecider.objects.create(issue=issue, person=person, stood="for", words=f"Now {number}")
    move = IssueMove.objects.filter(issue=issue, on=TODAY).order_by("pk")[0]
    WordBack.objects.create(move=move, person=person, teller=friend, state="to_ring")
    own = IssueMove.objects.create(issue=issue, on=TODAY, words=f"It moved {number}", by=cast.organiser)
    WordBack.objects.create(move=own, person=friend, teller=person, state="to_ring")
