"""How far the voting of a ballot has come, in numbers: who voted is told by no number, and what by none at all."""

from dataclasses import dataclass

from django.db.models import Count, Q

from m4c.listening.models import Ballot, Voter

Means = Voter.Means


@dataclass(frozen=True)
class Voting:
    """How many may vote and how many did, by which means; how many scored its candidates."""

    voters: int
    voted: int
    scored: int
    without_link: int  # by name, and neither written to nor given anything that opens their vote
    by_means: list[tuple[str, int]]


def voting_of(ballot: Ballot) -> Voting:
    """The numbers of a ballot. One statement."""
    rows = Voter.objects.filter(ballot=ballot).order_by()
    counted = rows.aggregate(
        voters=Count("pk"),
        voted=Count("pk", filter=~Q(voted_at=None)),
        scored=Count("pk", filter=~Q(scored_at=None)),
        without_link=Count("pk", filter=Q(voted_at=None, code_hash="", person__isnull=False)),
        **{means.value: Count("pk", filter=Q(means=means)) for means in Means},
    )
    by_means = [(str(means.label), counted[means.value]) for means in Means if counted[means.value]]
    return Voting(counted["voters"], counted["voted"], counted["scored"], counted["without_link"], by_means)
