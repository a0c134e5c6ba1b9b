"""Issues: a candidate chosen, by whom, where it comes from, how it moves, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.listening.deciding import tasks  # as a module: it imports what this one calls
from m4c.listening.models import Ballot, CandidateIssue, Issue, IssueDecider, IssueMove, IssueTheme, Theme
from m4c.listening.operations.candidate_issue import must_not_be_chosen
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see


class IssueRefused(Refused):
    """The issue says too little, or has ended."""


@dataclass(frozen=True)
class Choice:
    """How a candidate was chosen: under what name, on which day, where, by which ballot, and what was said of it."""

    name: str
    on: date
    problem: str = ""
    how_decided: str = ""
    ballot: Ballot | None = None
    event: Event | None = None
    themes: Sequence[Theme] = ()  # besides its own
    tells: bool = True
    words: str = ""  # of the word back; made from the change where nobody says it otherwise


@operation(RUN_LISTENING, on="candidate")
def choose_candidate(*, candidate: CandidateIssue, choice: Choice, by: Account) -> Issue:
    """Make a candidate the group's issue, which carries its themes with it; those heard get word. Raises IssueRefused,
    CandidateRefused.
    """
    must_not_be_chosen(candidate)
    if not choice.name.strip():
        raise IssueRefused(_("Give the issue a name."), field="name", code="no_name")
    issue = Issue.objects.create(
        group=candidate.group,
        campaign=candidate.theme.campaign,
        candidate=candidate,
        ballot=choice.ballot,
        event=choice.event or (choice.ballot.event if choice.ballot else None),
        name=choice.name.strip(),
        problem=choice.problem.strip() or candidate.theme.about,
        change=candidate.change,
        who_can_grant=candidate.who_can_grant,
        by_when=candidate.by_when,
        chosen_on=choice.on,
        how_decided=choice.how_decided.strip(),
        made_by=by,
    )
    themes = {theme.pk: theme for theme in [candidate.theme, *choice.themes]}
    IssueTheme.objects.bulk_create(IssueTheme(issue=issue, theme=theme) for theme in themes.values())
    words = choice.words.strip() or str(_("We take it up together: {change}.")).format(change=issue.change.rstrip("."))
    move(issue, choice.on, words, choice.tells, by)
    return issue


@operation(RUN_LISTENING, on="issue")
def record_decider(*, issue: Issue, person: Person, stood: str, by: Account, words: str = "") -> IssueDecider:
    """Write down who decided on an issue and where they stood; the last word stands. Raises IssueRefused, Unseen."""
    must_see([person], by)
    if stood not in IssueDecider.Stood.values:
        raise IssueRefused(_("They were for it, against it, or abstained."), field="stood", code="stood")
    given = {"stood": stood, "words": words.strip()}
    decider, _made = IssueDecider.objects.update_or_create(issue=issue, person=person, defaults=given)
    return decider


@operation(RUN_LISTENING, on="issue")
def move_issue(*, issue: Issue, on: date, words: str, by: Account, tells: bool = True) -> IssueMove:
    """Write down how an issue moved; those heard who agreed get word of it. Raises IssueRefused."""
    if not words.strip():
        raise IssueRefused(_("Say what happened."), field="words", code="blank")
    return move(issue, on, words.strip(), tells, by)


@operation(RUN_LISTENING, on="issue")
def settle_issue(*, issue: Issue, outcome: str, on: date, by: Account) -> Issue:
    """Say what became of an issue: taken up by a campaign, won, or left. Raises IssueRefused."""
    if outcome not in Issue.Outcome.values:
        raise IssueRefused(_("It was taken up, won, or left."), field="outcome", code="outcome")
    if on < issue.chosen_on:
        raise IssueRefused(_("That was before it was chosen."), field="on", code="early")
    change(issue, outcome=outcome, outcome_on=on)
    return issue


def move(issue: Issue, on: date, words: str, tells: bool, mover: Account) -> IssueMove:
    """Keep a move, and have those told of it who are to be."""
    made = IssueMove.objects.create(issue=issue, on=on, words=words, tells=tells, by=mover)
    if tells:
        tasks.tell_heard.enqueue(made.pk)
    return made
