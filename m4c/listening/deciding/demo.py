"""Deciding in the demo: Cardiff ranks what it heard, cuts an issue out of the first, and brings word back."""

from datetime import timedelta

from m4c.core.demo import Story
from m4c.listening.deciding.checklist import NAMES
from m4c.listening.models import Ballot, CandidateIssue, Issue, Theme
from m4c.listening.operations.asking_voters import ask_some
from m4c.listening.operations.ballot import (
    NewBallot,
    NewOption,
    close_ballot,
    make_ballot,
    minute_ballot,
    open_ballot,
)
from m4c.listening.operations.candidate_issue import Cut, cut_candidate, score_candidate
from m4c.listening.operations.issue import Choice, choose_candidate, move_issue, record_decider
from m4c.listening.operations.scoring import score_by_code
from m4c.listening.operations.voting import cast_by_code, enter_paper, make_slips
from m4c.people.models import Group
from m4c.people.models.account import website

CUTS = (
    ("Every tenant of the Ely blocks gets a repair within 28 days", "Rhodri Penhale, who runs the housing association"),
    ("A rent freeze on the Ely blocks for one year", "Rhodri Penhale, who runs the housing association"),
    ("The council inspects every damp flat before winter", "Cllr Mair Cadogan, who holds the housing portfolio"),
)
PHONES, PAPERS = 30, 10
AHEAD, SLIPS_AHEAD, VOTED_AHEAD = "Which day suits the next assembly?", 24, 17


def tell(story: Story) -> None:
    """A decided ballot with its issue, and one that still takes votes."""
    cardiff: Group = story.shelf["groups"]["Cardiff"]
    themes = list(Theme.objects.filter(group=cardiff, campaign=None, ended_at=None).order_by("pk"))
    if len(themes) < 2:
        return
    ballot = vote(story, cardiff, themes)
    issue = cut(story, ballot, themes)
    score_next(story, cardiff)
    said = "The housing association met six of us, and asked for the list of repairs."
    move_issue(issue=issue, on=story.today - timedelta(days=2), words=said, tells=False, by=story.by)
    options = [NewOption(day) for day in ("A Thursday evening", "A Saturday morning", "A Sunday afternoon")]
    ahead = make_ballot(group=cardiff, new=NewBallot(AHEAD, "dots", options), by=story.by)
    ahead = open_ballot(ballot=ahead, at=story.now - timedelta(hours=3), by=story.by)
    ask_some(ballot=ahead, by=story.by)
    begin(story, ahead, [option.words for option in options])


def begin(story: Story, ballot: Ballot, days: list[str]) -> None:
    """Some of those who hold a slip have put their dots."""
    for slip in make_slips(ballot=ballot, number=SLIPS_AHEAD, by=story.by).slips[:VOTED_AHEAD]:
        first, second = story.random.sample(days, 2)
        cast_by_code(code=slip.code, choices={first: 2, second: 1}, at=story.now, by=website())


def vote(story: Story, group: Group, themes: list[Theme]) -> Ballot:
    """Thirty phones and ten papers rank the themes, the first of them most often first."""
    new = NewBallot(
        "What we take up first",
        "ranked",
        [NewOption(theme.name, theme=theme) for theme in themes],
        about="Rank what you would give your evenings for. We take on one, and keep the others.",
        quorum=25,
    )
    at = story.now - timedelta(days=9)
    ballot = open_ballot(ballot=make_ballot(group=group, new=new, by=story.by), at=at, by=story.by)
    for slip in make_slips(ballot=ballot, number=PHONES, by=story.by).slips:
        cast_by_code(code=slip.code, choices=ranked(story, themes), at=at, by=website())
    for number in range(PHONES + 1, PHONES + PAPERS + 1):
        enter_paper(ballot=ballot, number=number, choices=ranked(story, themes), at=at, by=story.by)
    closed = close_ballot(ballot=ballot, at=at + timedelta(hours=1), by=story.by)
    return minute_ballot(
        ballot=closed, words=f"We take up: {(closed.result or {})['winner'] or themes[0].name}.", by=story.by
    )


def ranked(story: Story, themes: list[Theme]) -> list[str]:
    """A paper: some rank all, some only one or two."""
    order = sorted(range(len(themes)), key=lambda place: story.random.random() + 0.15 * place)
    return [themes[place].name for place in order[: story.random.randint(1, len(themes))]]


def cut(story: Story, ballot: Ballot, themes: list[Theme]) -> Issue:
    """Three candidates scored by those present, and the first of them chosen, with one against it."""
    theme = next((each for each in themes if each.name == (ballot.result or {}).get("winner")), themes[0])
    made = [
        cut_candidate(theme=theme, cut=Cut(change, who, story.today + timedelta(days=90 + 30 * place)), by=story.by)
        for place, (change, who) in enumerate(CUTS)
    ]
    for place, candidate in enumerate(made):
        score(story, candidate, likely=0.75 - 0.2 * place)
    choice = Choice(
        "Repairs within 28 days",
        story.today - timedelta(days=8),
        problem="Damp, and nobody who answers",
        how_decided="By ranks, then by the checklist, at the campaign's own meeting",
        ballot=ballot,
        tells=False,
    )
    issue = choose_candidate(candidate=made[0], choice=choice, by=story.by)
    cast = story.shelf["cast"]
    record_decider(issue=issue, person=cast["Siân"], stood="for", by=story.by)
    words = "I would have taken the rents: it is what my street talks of."
    record_decider(issue=issue, person=cast["Bethan"], stood="against", words=words, by=story.by)
    return issue


def score_next(story: Story, group: Group) -> None:
    """The candidates that were left stand in a ballot ahead: five slips scored them, and members may signed in."""
    left = list(CandidateIssue.objects.filter(group=group, withdrawn_at=None).order_by("pk"))[1 : len(CUTS)]
    options = [*(NewOption(each.change, candidate=each) for each in left), NewOption("Neither of them")]
    new = NewBallot("What we take up after the repairs", "ranked", options, about="First score them, then we vote.")
    ballot = make_ballot(group=group, new=new, by=story.by)
    ask_some(ballot=ballot, by=story.by)
    for place, slip in enumerate(make_slips(ballot=ballot, number=5, by=story.by).slips):
        answers = {name: (place * line) % 3 for line, name in enumerate(NAMES, 1)}
        score_by_code(code=slip.code, scores=dict.fromkeys(left, answers), at=story.now, by=website())


def score(story: Story, candidate: CandidateIssue, likely: float) -> None:
    """Six papers answer the checklist."""
    for slip in range(1, 7):
        scores = {name: 2 if story.random.random() < likely else story.random.randint(0, 1) for name in NAMES}
        score_candidate(candidate=candidate, scores=scores, slip=slip, at=story.now, by=story.by)
