"""Those whom no letter reaches stand on Today as a number of an issue, for whoever is to tell them."""

import pytest
from django.utils import timezone

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_taken_on import taken_on
from m4c.listening.models import IssueMove, WordBack
from m4c.listening.operations.word_back import say_word
from m4c.people.models import Account
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody
from tests.listening.deciding.making import issue_of

pytestmark = pytest.mark.django_db


def lines(account: Account) -> list[tuple[str, str]]:
    """What Today says of words to ring."""
    found = taken_on(account, Moment(timezone.now()))
    return [(line.title, line.detail) for line in found if line.title.startswith("Tell ")]


def to_ring(cast: Cast, *names: str, **more: object) -> list[WordBack]:
    """Words back of one move to people without e-mail."""
    issue = issue_of(cast, tells=False)
    move = IssueMove.objects.create(issue=issue, on=TODAY, words="The council agreed to look", by=cast.organiser)
    people = [somebody(cast, name) for name in names]
    return [WordBack.objects.create(move=move, person=one, state="to_ring", **more) for one in people]


def test_those_to_be_rung_stand_there_until_they_are_told(cast: Cast) -> None:
    first, _second = to_ring(cast, "Ann Ash", "Bob Beech")
    assert lines(cast.organiser) == [("Tell 2 people how it moved", "Lights on Heol Trelai")]
    assert (lines(cast.leader), lines(cast.organiser_elsewhere)) == ([], [])
    say_word(word=first, at=NOW, by=cast.organiser)
    assert lines(cast.organiser) == [("Tell 1 person how it moved", "Lights on Heol Trelai")]


def test_whose_own_contact_tells_them_is_on_that_ones_today_alone(cast: Cast) -> None:
    to_ring(cast, "Ann Ash", teller=cast.person("leader"))
    assert lines(cast.leader) == [("Tell 1 person how it moved", "Lights on Heol Trelai")]
    assert lines(cast.organiser) == []
