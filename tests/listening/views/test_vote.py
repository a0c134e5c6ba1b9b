"""The public page of a vote: opened by its code, cast once, without an account, and telling nothing of anybody."""

import pytest
from django.test import Client
from django.urls import reverse

from m4c.listening.models import Vote, Voter
from m4c.listening.operations.ballot import close_ballot
from m4c.listening.operations.voting import give_slips, make_slips
from tests.cast import Cast
from tests.factories import NOW, queries_of, words_of
from tests.listening.deciding.making import OPTIONS, ballot_of

pytestmark = pytest.mark.django_db


def address(code: str) -> str:
    return reverse("vote", kwargs={"code": code})


def test_a_paper_is_marked_and_cast_once(cast: Cast, client: Client):
    slip = make_slips(ballot=ballot_of(cast, about="Which first?"), number=1, by=cast.organiser).slips[0]
    page = words_of(client.get(address(slip.code)))
    assert all(words in page for words in (*OPTIONS, "What we take up", "Which first?", "The vote is secret"))
    assert client.post(address(slip.code), {"option_2": "1", "option_1": "2"}).status_code == 302
    assert "Your vote has been cast" in words_of(client.get(address(slip.code)))
    assert "Your vote has been cast" in words_of(client.post(address(slip.code), {"option_3": "1"}))
    assert Vote.objects.count() == 1


@pytest.mark.parametrize(
    ("method", "sent", "said"),
    [
        ("ranked", {}, "Mark something"),
        ("ranked", {"option_1": "1", "option_2": "1"}, "Give each rank once"),
        ("dots", {"option_1": "2", "option_2": "2"}, "You have 3 dots"),
        ("hands", {}, "This field is required"),
    ],
)
def test_what_cannot_be_counted_comes_back(cast: Cast, client: Client, method: str, sent: dict[str, str], said: str):
    slip = make_slips(ballot=ballot_of(cast, method), number=1, by=cast.organiser).slips[0]
    assert said in words_of(client.post(address(slip.code), sent), 422)
    assert Voter.objects.get().voted_at is None


def test_the_page_tells_nothing_of_who_votes(cast: Cast, client: Client):
    ballot = ballot_of(cast)
    slip = give_slips(ballot=ballot, people=[cast.person("member")], by=cast.organiser).slips[0]
    give_slips(ballot=ballot, people=[cast.person("organiser")], by=cast.organiser)
    page = words_of(client.get(address(slip.code)))
    assert "Kofi" not in page
    assert "Siân" not in page
    assert "noindex" in page
    assert "sessionid" not in client.cookies


def test_a_typed_code_leads_to_its_paper(cast: Cast, client: Client):
    slip = make_slips(ballot=ballot_of(cast), number=1, by=cast.organiser).slips[0]
    assert "Type the code" in words_of(client.get(reverse("type-code")))
    typed = client.get(reverse("type-code"), {"code": slip.code.replace("-", " ").lower()}, follow=True)
    assert OPTIONS[0] in words_of(typed)


def test_a_code_of_nobody_and_a_closed_ballot_say_so(cast: Cast, client: Client):
    ballot = ballot_of(cast)
    slip = make_slips(ballot=ballot, number=1, by=cast.organiser).slips[0]
    assert "opens no vote" in words_of(client.get(address("WXYZ-WXYZ-WXYZ-WXYZ")), 404)
    close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    assert "This ballot is closed" in words_of(client.get(address(slip.code)))


def test_the_page_asks_as_much_whoever_else_votes(cast: Cast, client: Client):
    ballot = ballot_of(cast)
    slip = make_slips(ballot=ballot, number=1, by=cast.organiser).slips[0]
    few = queries_of(client, address(slip.code))
    make_slips(ballot=ballot, number=3, by=cast.organiser)
    assert queries_of(client, address(slip.code)) == few
