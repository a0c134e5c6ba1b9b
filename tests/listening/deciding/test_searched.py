"""The workspace's search finds ballots and issues: for those who see the group's, and a ballot for who has a vote."""

import pytest

from m4c.core.search import search
from m4c.listening.models import Voter
from tests.cast import Cast
from tests.listening.deciding.making import ballot_of, issue_of

pytestmark = pytest.mark.django_db


def titles(cast: Cast, who: str, words: str) -> list[str]:
    return [hit.title for found in search(cast.fresh(who), words, 5) for hit in found.hits]


def test_ballots_and_issues_are_found_by_those_who_see_them(cast: Cast) -> None:
    ballot_of(cast)
    issue_of(cast, tells=False)
    assert titles(cast, "organiser", "take up") == ["What we take up"]
    assert titles(cast, "organiser", "HEOL trelai") == ["Lights on Heol Trelai"]
    assert titles(cast, "organiser", "eight street") == ["Lights on Heol Trelai"]  # by the change that is wanted
    for who in ("member", "leader", "organiser_elsewhere", "editor"):
        assert (titles(cast, who, "take up"), titles(cast, who, "trelai")) == ([], [])


def test_who_has_a_vote_finds_the_ballot(cast: Cast) -> None:
    Voter.objects.create(ballot=ballot_of(cast), person=cast.person("member"))
    assert (titles(cast, "member", "take up"), titles(cast, "leader", "take up")) == (["What we take up"], [])
