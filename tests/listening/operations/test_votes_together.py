"""Thirty phones at one moment, each on a connection of its own: no vote is lost, and none counts twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from m4c.core.errors import Refused
from m4c.listening.deciding.tallying import tally
from m4c.listening.models import Vote, Voter
from m4c.listening.operations.voting import cast_by_code, make_slips
from m4c.people.models.account import website
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.deciding.making import OPTIONS, ballot_of

PHONES = 30

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def vote(code: str, option: str) -> bool:
    """A vote on a connection of its own; whether it was taken."""
    try:
        cast_by_code(code=code, choices=[option], at=NOW, by=website())
    except Refused:
        return False
    finally:
        connections.close_all()
    return True


def test_thirty_phones_at_once_lose_nothing(cast: Cast) -> None:
    website()
    ballot = ballot_of(cast)
    slips = make_slips(ballot=ballot, number=PHONES, by=cast.organiser).slips
    with ThreadPoolExecutor(PHONES) as pool:
        taken = list(pool.map(lambda at: vote(slips[at].code, OPTIONS[at % 3]), range(PHONES)))
    assert taken == [True] * PHONES
    assert [row["votes"] for row in tally(ballot)["rounds"][0]["votes"]] == [10, 10, 10]
    assert Voter.objects.exclude(voted_at=None).count() == PHONES


def test_one_code_on_many_phones_votes_once(cast: Cast) -> None:
    website()
    code = make_slips(ballot=ballot_of(cast), number=1, by=cast.organiser).slips[0].code
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _phone: vote(code, OPTIONS[0]), range(8)))
    assert (sum(taken), Vote.objects.count()) == (1, 1)
