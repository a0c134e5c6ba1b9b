"""Votes: who has one, by which slip or link, and casting it, once.

A secret ballot keeps that somebody voted and by which means, and apart from it what was voted: no row, no time, no
order and no audit entry leads from one to the other.
"""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC, SIGNED_IN
from m4c.listening.deciding.codes import digest_of, new_code
from m4c.listening.deciding.marking import Marked, marked
from m4c.listening.models import Ballot, Vote, Voter
from m4c.listening.operations.ballot import must_be_open
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see

Means = Voter.Means
MOST_SLIPS = 500


class VoteRefused(Refused):
    """There is no such vote, it has been cast, or nobody can tell what it says."""


@dataclass(frozen=True)
class Slip:
    """A vote with the code that casts it, which is kept nowhere: whoever made it prints, shows or sends it now."""

    voter: Voter
    code: str


@dataclass(frozen=True)
class Slips:
    """Slips that were made."""

    slips: list[Slip]

    @property
    def touched(self) -> list[Voter]:
        """For the audit entry."""
        return [slip.voter for slip in self.slips]


@operation(RUN_LISTENING, on="ballot")
def make_slips(*, ballot: Ballot, number: int, by: Account) -> Slips:
    """Make slips that bear no name, numbered on from the last. Raises VoteRefused, BallotRefused."""
    must_not_be_closed(ballot)
    if not 1 <= number <= MOST_SLIPS:
        raise VoteRefused(_("Make from one to five hundred slips at once."), field="number", code="how_many")
    first = next_number(ballot)
    made = [Slip(Voter(ballot=ballot, number=first + place), new_code()) for place in range(number)]
    for slip in made:
        slip.voter.code_hash = digest_of(slip.code)
    Voter.objects.bulk_create([slip.voter for slip in made])
    return Slips(made)


@operation(RUN_LISTENING, on="ballot")
def give_slips(*, ballot: Ballot, people: Sequence[Person], by: Account) -> Slips:
    """Make a slip for each of these people, who then have one vote however they cast it: what opened it before opens
    nothing any more. Whoever voted gets none. Raises VoteRefused, BallotRefused, Unseen.
    """
    must_see(people, by)
    must_not_be_closed(ballot)
    made, number = [], next_number(ballot)
    for person in people:
        voter, _made = Voter.objects.get_or_create(ballot=ballot, person=person)
        if voter.voted_at is not None:
            continue
        code = new_code()
        change(voter, code_hash=digest_of(code), number=voter.number or number)
        number += 1
        made.append(Slip(voter, code))
    if not made:
        raise VoteRefused(_("Everybody of these has voted."), field="people", code="voted")
    return Slips(made)


@operation(RUN_LISTENING, on="voter")
def make_link(*, voter: Voter, by: Account) -> Slips:
    """Make somebody's link, to be handed over; one they had before opens nothing any more. Raises VoteRefused."""
    must_not_have_voted(voter)
    code = new_code()
    change(voter, code_hash=digest_of(code))
    return Slips([Slip(voter, code)])


@operation(PUBLIC, on=None)
def cast_by_code(*, code: str, choices: Marked, at: datetime, by: Account) -> Voter:
    """Cast the vote that a code opens. Raises VoteRefused, with one sentence for all that is no good; BallotRefused."""
    voter = voter_by_code(code)
    return cast(voter.ballot, voter, choices, Means.LINK if voter.number is None else Means.CODE, at)


@operation(SIGNED_IN, on="by")
def cast_own(*, ballot: Ballot, choices: Marked, at: datetime, by: Account) -> Voter:
    """Cast one's own vote, signed in: the same as a link or a slip by name opens. Raises VoteRefused, BallotRefused."""
    return cast(ballot, own_voter(ballot, by), choices, Means.ACCOUNT, at)


@operation(RUN_LISTENING, on="ballot")
def cast_on_behalf(*, ballot: Ballot, person: Person, choices: Marked, words: str, at: datetime, by: Account) -> Voter:
    """Cast somebody's vote as they said it on the phone: who took it, and in which words, is kept.

    Raises VoteRefused, BallotRefused, Unseen.
    """
    must_see([person], by)
    if not words.strip():
        raise VoteRefused(_("Say how it was taken down."), field="words", code="no_words")
    voter, _made = Voter.objects.get_or_create(ballot=ballot, person=person)
    return cast(ballot, voter, choices, Means.BEHALF, at, cast_by=by, words=words.strip())


@operation(RUN_LISTENING, on="ballot")
def enter_paper(*, ballot: Ballot, number: int, choices: Marked, at: datetime, by: Account) -> Voter:
    """Type in a paper by its number: that of a slip, or of a paper handed out without one.

    Raises VoteRefused, BallotRefused.
    """
    voter, _made = Voter.objects.get_or_create(ballot=ballot, number=number)
    return cast(ballot, voter, choices, Means.PAPER, at, cast_by=by)


@operation(RUN_LISTENING, on="ballot")
def enter_papers(*, ballot: Ballot, papers: Mapping[int, Marked], at: datetime, by: Account) -> list[Voter]:
    """Type in many papers by their numbers; whose vote was cast is left as it is. Returns those that counted now.

    Raises VoteRefused, BallotRefused.
    """
    voters = {voter.number: voter for voter in Voter.objects.filter(ballot=ballot, number__in=papers)}
    new = [Voter(ballot=ballot, number=number) for number in papers if number not in voters]
    voters |= {voter.number: voter for voter in Voter.objects.bulk_create(new)}
    waiting = {number: choices for number, choices in papers.items() if voters[number].voted_at is None}
    return [cast(ballot, voters[number], choices, Means.PAPER, at, cast_by=by) for number, choices in waiting.items()]


def cast(
    ballot: Ballot,
    voter: Voter,
    choices: Marked,
    means: str,
    at: datetime,
    *,
    cast_by: Account | None = None,
    words: str = "",
) -> Voter:
    """Cast one vote, whoever else does so at the same time. Raises VoteRefused, BallotRefused."""
    ballot = Ballot.objects.select_for_update().get(pk=ballot.pk)  # one at a time, and none while it is counted
    must_be_open(ballot)
    must_not_have_voted(Voter.objects.get(pk=voter.pk))
    said = marked(ballot, choices)
    # That of a secret ballot was cast is kept, and not when.
    change(voter, voted_at=ballot.opened_at if ballot.is_secret else at, means=means, cast_by=cast_by, words=words)
    vote = Vote.objects.create(ballot=ballot, voter=None if ballot.is_secret else voter, key=uuid.uuid4(), choices=said)
    if ballot.is_secret:
        change_places(vote)
    return voter


def change_places(vote: Vote) -> None:
    """Let a vote and one of those before it, or itself, change what they say: no row is of whoever came when."""
    others = Vote.objects.filter(ballot=vote.ballot_id)
    other = others.order_by("key")[secrets.randbelow(others.count())]
    if other.pk != vote.pk:
        said = vote.choices
        Vote.objects.filter(pk=vote.pk).update(choices=other.choices)
        Vote.objects.filter(pk=other.pk).update(choices=said)


def voter_by_code(code: str) -> Voter:
    """The vote that a code opens. Raises VoteRefused, with one sentence for all that is no good."""
    voter = Voter.objects.filter(code_hash=digest_of(code)).select_related("ballot").first() if code else None
    if voter is None:
        raise VoteRefused(_("This code opens no vote."), field="code", code="no_code")
    return voter


def own_voter(ballot: Ballot, account: Account) -> Voter:
    """The vote that somebody has in a ballot. Raises VoteRefused for whoever has none."""
    voter = Voter.objects.filter(ballot=ballot, person__isnull=False, person=account.person_id).first()
    if voter is None:
        raise VoteRefused(_("You have no vote in this ballot."), code="no_vote")
    return voter


def next_number(ballot: Ballot) -> int:
    """The number of the next slip."""
    return (Voter.objects.filter(ballot=ballot).aggregate(last=Max("number"))["last"] or 0) + 1


def must_not_be_closed(ballot: Ballot) -> None:
    """Raise VoteRefused where no vote is taken any more."""
    if ballot.closed_at is not None:
        raise VoteRefused(_("This ballot is closed."), code="closed")


def must_not_have_voted(voter: Voter) -> None:
    """Raise VoteRefused for a vote that has been cast."""
    if voter.voted_at is not None:
        raise VoteRefused(_("This vote has been cast: everybody has one."), code="voted")
