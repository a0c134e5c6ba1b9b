"""The ballots in which somebody has a vote of their own, as they see them signed in."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from m4c.listening.deciding.telling import outcome
from m4c.listening.models import Ballot, BallotOption, Voter
from m4c.people.models import Account

LISTED = 50


@dataclass(frozen=True)
class OwnVotes:
    """Those that wait for one's vote, those that open later, and the rest with what came of each."""

    waiting: list[Ballot]
    later: list[tuple[Ballot, bool]]  # with whether its candidates may be scored meanwhile
    over: list[tuple[Ballot, bool, str]]  # with whether one voted, and its outcome once it is closed


def own_votes_of(account: Account) -> OwnVotes:
    """All of an account's own, the latest first. One statement."""
    candidates = BallotOption.objects.filter(ballot=OuterRef("ballot"), candidate__isnull=False)
    own: Any = Voter.objects.visible_to(account).filter(person=account.person_id or 0)
    rows = own.annotate(has_candidates=Exists(candidates))
    voters = list(rows.select_related("ballot__group").order_by("-ballot__made_at", "-pk")[:LISTED])
    waiting = [each.ballot for each in voters if each.ballot.is_open and each.voted_at is None]
    later = [
        (each.ballot, each.has_candidates and each.ballot.takes_scores and each.scored_at is None)
        for each in voters
        if each.ballot.opened_at is None
    ]
    over = [
        (each.ballot, each.voted_at is not None, outcome(each.ballot.result) if each.ballot.result else "")
        for each in voters
        if each.ballot.opened_at is not None and each.ballot not in waiting
    ]
    return OwnVotes(waiting, later, over)


def that_wait(account: Account) -> Q:
    """Votes of one's own that may be cast now, among votes."""
    return Q(person=account.person_id, voted_at=None, ballot__opened_at__isnull=False, ballot__closed_at=None)
