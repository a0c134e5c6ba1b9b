"""Two records of one person have one vote, and the box of a secret ballot is never searched for the second."""

import pytest

from m4c.core.errors import Refused
from m4c.listening.models import Ballot, Vote, Voter
from m4c.listening.operations.ballot import close_ballot
from m4c.listening.operations.voting import cast_on_behalf
from m4c.people.models import Person
from m4c.people.operations.person_merge import merge
from tests.cast import Cast
from tests.factories import NOW, somebody
from tests.listening.deciding.making import ballot_of

pytestmark = pytest.mark.django_db


def voted(cast: Cast, ballot: Ballot, *people: Person) -> None:
    """Each voted by telephone."""
    for person in people:
        cast_on_behalf(ballot=ballot, person=person, choices=["The 27 bus"], words="Rang", at=NOW, by=cast.organiser)


def made_one(cast: Cast, keep: Person, other: Person) -> None:
    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)


def test_the_vote_that_was_cast_stands_for_both(cast: Cast):
    ballot, keep, other = ballot_of(cast), somebody(cast), somebody(cast)
    Voter.objects.create(ballot=ballot, person=keep, code_hash="x" * 64)
    voted(cast, ballot, other)
    made_one(cast, keep, other)
    voter = Voter.objects.get()
    assert (voter.person, voter.means, voter.code_hash) == (keep, "behalf", "")


def test_of_two_votes_in_an_open_ballot_one_counts(cast: Cast):
    ballot, keep, other = ballot_of(cast, is_secret=False), somebody(cast), somebody(cast)
    voted(cast, ballot, keep, other)
    made_one(cast, keep, other)
    assert (Voter.objects.count(), Vote.objects.count()) == (1, 1)


def test_two_votes_in_a_secret_ballot_wait_until_it_is_closed(cast: Cast):
    ballot, keep, other = ballot_of(cast), somebody(cast), somebody(cast)
    voted(cast, ballot, keep, other)
    with pytest.raises(Refused, match="still open"):
        made_one(cast, keep, other)
    close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    made_one(cast, keep, other)
    assert (Voter.objects.count(), Vote.objects.count()) == (1, 2)


def test_who_scored_under_one_record_scores_no_more_under_the_other(cast: Cast):
    ballot, keep, other = ballot_of(cast), somebody(cast), somebody(cast)
    Voter.objects.create(ballot=ballot, person=keep)
    Voter.objects.create(ballot=ballot, person=other, scored_at=NOW)
    made_one(cast, keep, other)
    assert Voter.objects.get().scored_at == NOW
