"""Ballots: made, opened, closed with what was counted, and the decision minuted."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.events.operations.minutes import write_decision
from m4c.listening.deciding.tallying import tally
from m4c.listening.models import Ballot, BallotOption, CandidateIssue, ListeningCampaign, Theme, Vote
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account, Group

FEWEST, MOST = 2, 30  # options
MOST_DOTS = 50


class BallotRefused(Refused):
    """The ballot cannot be made like that, or is not at that point."""


@dataclass(frozen=True)
class NewOption:
    """Something to vote for: its words, and the theme or candidate issue they stand for."""

    words: str
    theme: Theme | None = None
    candidate: CandidateIssue | None = None


@dataclass(frozen=True)
class NewBallot:
    """A question, how it is decided, and its options in their order."""

    title: str
    method: str
    options: Sequence[NewOption]
    about: str = ""
    is_secret: bool = True
    dots: int = 3
    quorum: int = 0
    campaign: ListeningCampaign | None = None
    event: Event | None = None


@operation(RUN_LISTENING, on="group")
def make_ballot(*, group: Group, new: NewBallot, by: Account) -> Ballot:
    """Put a question with its options to a group; votes are taken once it is opened. Raises BallotRefused."""
    if not new.title.strip():
        raise BallotRefused(_("Say what is decided."), field="title", code="no_title")
    if not 1 <= new.dots <= MOST_DOTS:
        raise BallotRefused(_("Give each from one to fifty dots."), field="dots", code="dots")
    must_see_options(new, by)
    words = [" ".join(option.words.split()) for option in new.options]
    check_options(words)
    facts = {"about": new.about.strip(), "method": new.method, "is_secret": new.is_secret, "dots": new.dots}
    facts |= {"quorum": new.quorum, "campaign": new.campaign, "event": new.event, "made_by": by}
    ballot = Ballot.objects.create(group=group, title=new.title.strip(), **facts)
    BallotOption.objects.bulk_create(
        BallotOption(ballot=ballot, position=place, words=text, theme=option.theme, candidate=option.candidate)
        for place, (text, option) in enumerate(zip(words, new.options, strict=True), 1)
    )
    return ballot


@operation(RUN_LISTENING, on="ballot")
def open_ballot(*, ballot: Ballot, at: datetime, by: Account) -> Ballot:
    """Take votes from now on. Again changes nothing."""
    if ballot.opened_at is None:
        change(ballot, opened_at=at)
    return ballot


@operation(RUN_LISTENING, on="ballot")
def close_ballot(
    *, ballot: Ballot, at: datetime, by: Account, hands: Mapping[BallotOption, int] | None = None
) -> Ballot:
    """Take no more votes, and keep what they come to; `hands` were counted in the room. Raises BallotRefused.

    The votes of a secret ballot are written anew in an order of chance, so that not even the database's own files tell
    in which order they came.
    """
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)
    must_be_open(ballot)
    if hands and ballot.method != Ballot.Method.HANDS:
        raise BallotRefused(_("Hands are counted in a show of hands alone."), code="method")
    shown = {option.words: number for option, number in (hands or {}).items()}
    change(ballot, closed_at=at, closed_by=by, result=tally(ballot, shown))
    if ballot.is_secret:
        shuffle(ballot)
    return ballot


@operation(RUN_LISTENING, on="ballot")
def minute_ballot(*, ballot: Ballot, words: str, by: Account) -> Ballot:
    """Write down what was decided, once; at its meeting it stands among the decisions. Raises BallotRefused."""
    if ballot.closed_at is None:
        raise BallotRefused(_("Close it first: the minutes say what was counted."), code="open")
    if not words.strip():
        raise BallotRefused(_("Say what was decided."), field="words", code="blank")
    if ballot.decided:
        raise BallotRefused(_("This decision is minuted already."), code="minuted")
    decision = write_decision(event=ballot.event, words=words, by=by) if ballot.event else None
    change(ballot, decided=words.strip(), decision=decision)
    return ballot


def check_options(words: Sequence[str]) -> None:
    """Raise BallotRefused for too few or too many options, one that says nothing, and one that stands there twice."""
    if not all(words) or len(words) < FEWEST:
        raise BallotRefused(_("Give at least two things to choose between."), field="options", code="few_options")
    if len(words) > MOST:
        raise BallotRefused(_("Nobody weighs more than thirty things."), field="options", code="many_options")
    if any(len(text) > 200 for text in words):
        raise BallotRefused(_("Say each in two hundred letters."), field="options", code="long_option")
    if len({text.casefold() for text in words}) < len(words):
        raise BallotRefused(_("One option stands there twice."), field="options", code="option_twice")


def must_see_options(new: NewBallot, by: Account) -> None:
    """Raise BallotRefused where a campaign, a theme or a candidate is put to the vote that one may not see, or it is to
    be decided at such a meeting.
    """
    named: list[tuple[type[ListeningCampaign | Theme | CandidateIssue | Event], set[int]]] = [
        (Event, {new.event.pk} if new.event else set()),
        (ListeningCampaign, {new.campaign.pk} if new.campaign else set()),
        (Theme, {option.theme.pk for option in new.options if option.theme}),
        (CandidateIssue, {option.candidate.pk for option in new.options if option.candidate}),
    ]
    for model, ids in named:
        if ids and model.objects.visible_to(by).filter(pk__in=ids).count() < len(ids):
            raise BallotRefused(_("Only what you may see can be put to the vote."), field="options", code="unseen")


def must_be_open(ballot: Ballot) -> None:
    """Raise BallotRefused unless votes are taken."""
    if ballot.opened_at is None:
        raise BallotRefused(_("This ballot is not open yet."), code="not_open")
    if ballot.closed_at is not None:
        raise BallotRefused(_("This ballot is closed."), code="closed")


def shuffle(ballot: Ballot) -> None:
    """Write the votes of a ballot anew, in an order of chance and under keys of chance."""
    said = list(Vote.objects.filter(ballot=ballot).values_list("choices", flat=True))
    secrets.SystemRandom().shuffle(said)
    Vote.objects.filter(ballot=ballot).delete()
    Vote.objects.bulk_create((Vote(ballot=ballot, key=uuid.uuid4(), choices=each) for each in said), batch_size=500)
