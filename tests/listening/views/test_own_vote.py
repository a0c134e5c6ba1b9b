"""One's own votes, signed in: found, cast once, secret; and scoring what might be won, by code and by account."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_taken_on import taken_on
from m4c.listening.models import Ballot, BallotOption, Vote, Voter
from m4c.listening.operations.ballot import close_ballot, open_ballot
from m4c.listening.operations.scoring import show_scores
from m4c.listening.operations.voting import cast_by_code, cast_own, give_slips, make_slips
from m4c.people.models.account import website
from tests.cast import Cast
from tests.factories import NOW, queries_of, signed_in, words_of
from tests.listening.deciding.making import OPTIONS, ballot_between, ballot_of

pytestmark = pytest.mark.django_db
TITLE = "What we take up"


def asked(cast: Cast, ballot: Ballot, who: str = "member") -> Voter:
    """Somebody's vote in a ballot, as asking the whole group gives it."""
    return Voter.objects.create(ballot=ballot, person=cast.person(who))


def page_of(name: str, ballot: Ballot) -> str:
    return reverse(name, kwargs={"uid": ballot.uid})


def titles(cast: Cast, who: str) -> list[str]:
    return [line.title for line in taken_on(cast.fresh(who), Moment(NOW + timedelta(days=1)))]


def test_a_ballot_that_waits_stands_on_today_until_one_has_voted(cast: Cast):
    ballot = ballot_of(cast)
    assert titles(cast, "member") == []  # nobody has asked them yet
    asked(cast, ballot)
    asked(cast, ballot_of(cast, is_open=False))
    assert (titles(cast, "member"), titles(cast, "leader")) == ([TITLE], [])
    assert page_of("own-vote", ballot) in words_of(signed_in(cast, "member").get(reverse("today")))
    cast_own(ballot=ballot, choices=[OPTIONS[0]], at=NOW, by=cast.member)
    assert titles(cast, "member") == []


def test_a_member_votes_by_their_account_once(cast: Cast):
    ballot, client = ballot_of(cast), signed_in(cast, "member")
    asked(cast, ballot)
    assert "Waiting for your vote" in words_of(client.get(reverse("own-votes")))
    paper = words_of(client.get(page_of("own-vote", ballot)))
    assert all(words in paper for words in (*OPTIONS, "The vote is secret"))
    done = client.post(page_of("own-vote", ballot), {"option_2": "1", "option_1": "2"}, follow=True)
    assert "You voted" in words_of(done)
    assert client.post(page_of("own-vote", ballot), {"option_3": "1"}).status_code == 302
    assert (Vote.objects.count(), Vote.objects.get().voter) == (1, None)
    voter = Voter.objects.get()
    assert (voter.means, voter.voted_at, voter.cast_by) == ("account", ballot.opened_at, None)
    assert "You voted" in words_of(client.get(reverse("own-votes")))


def test_an_account_and_a_code_are_one_vote(cast: Cast):
    ballot, client = ballot_of(cast), signed_in(cast, "member")
    slip = give_slips(ballot=ballot, people=[cast.person("member")], by=cast.organiser).slips[0]
    cast_by_code(code=slip.code, choices=[OPTIONS[0]], at=NOW, by=website())
    assert client.post(page_of("own-vote", ballot), {"option_3": "1"}).status_code == 302
    assert Vote.objects.count() == 1


def test_what_cannot_be_counted_comes_back(cast: Cast):
    ballot, client = ballot_of(cast), signed_in(cast, "member")
    asked(cast, ballot)
    assert "Mark something" in words_of(client.post(page_of("own-vote", ballot), {}), 422)


def test_whoever_has_no_vote_finds_no_paper(cast: Cast):
    ballot = ballot_of(cast)
    asked(cast, ballot)
    for who in ("leader", "organiser", "leader_elsewhere"):
        client = signed_in(cast, who)
        assert client.get(page_of("own-vote", ballot)).status_code == 404
        assert client.get(page_of("own-scores", ballot)).status_code == 404
        assert "Nothing waits for your vote" in words_of(client.get(reverse("own-votes")))


def test_a_closed_ballot_tells_its_outcome(cast: Cast):
    ballot, client = ballot_of(cast), signed_in(cast, "member")
    asked(cast, ballot)
    cast_own(ballot=ballot, choices=[OPTIONS[0]], at=NOW, by=cast.member)
    close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    assert "“Street lights” won, with 1 vote." in words_of(client.get(reverse("own-votes")))
    page = words_of(client.get(page_of("ballot", ballot)))
    assert (reverse("own-votes") in page, f'href="{reverse("ballots")}"' in page) == (True, False)


def test_own_votes_ask_as_much_however_many_there_are(cast: Cast):
    client = signed_in(cast, "member")
    asked(cast, ballot_of(cast))
    few = queries_of(client, reverse("own-votes"))
    for _number in range(3):
        asked(cast, ballot_of(cast))
    assert queries_of(client, reverse("own-votes")) == few


def test_those_present_score_by_code_before_the_vote_and_see_it_side_by_side_after(cast: Cast, client: Client):
    ballot, candidates = ballot_between(cast)
    code = make_slips(ballot=ballot, number=1, by=cast.organiser).slips[0].code
    vote, scores = (reverse(name, kwargs={"code": code}) for name in ("vote", "vote-scores"))
    assert scores in words_of(client.get(vote))
    sheet = words_of(client.get(scores))
    assert all(words in sheet for words in ("Can it be won?", "A. Eight street lights", "You score once", "noindex"))
    assert "Answer something" in words_of(client.post(scores, {}), 422)
    assert client.post(scores, {"a_winnable": "2", "b_winnable": "0"}).status_code == 302
    assert "Your scores are in" in words_of(client.get(vote))
    assert client.get(scores).status_code == 302  # once
    assert BallotOption.objects.get(candidate=candidates[1]).scores["lines"] == {"winnable": [1, 0, 0]}
    show_scores(ballot=ballot, at=NOW, by=cast.organiser)
    open_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    assert scores in words_of(client.get(vote))
    assert "Candidates on the checklist" in words_of(client.get(scores))
    assert "opens no vote" in words_of(client.get(reverse("vote-scores", kwargs={"code": "WXYZ"})), 404)


def test_a_member_scores_by_their_account(cast: Cast):
    (ballot, candidates), client = ballot_between(cast), signed_in(cast, "member")
    asked(cast, ballot)
    assert page_of("own-scores", ballot) in words_of(client.get(page_of("ballot", ballot)))
    assert "Answer something" in words_of(client.post(page_of("own-scores", ballot), {}), 422)
    client.post(page_of("own-scores", ballot), {"a_winnable": "2"})
    assert BallotOption.objects.get(candidate=candidates[0]).scores["sheets"] == 1
    assert client.get(page_of("own-scores", ballot)).status_code == 302
    show_scores(ballot=ballot, at=NOW, by=cast.organiser)
    assert "Candidates on the checklist" in words_of(client.get(page_of("own-scores", ballot)))


def test_an_organiser_sees_how_many_scored_and_shows_it(cast: Cast):
    (ballot, candidates), client = ballot_between(cast, is_secret=False), signed_in(cast, "organiser")
    asked(cast, ballot)
    signed_in(cast, "member").post(page_of("own-scores", ballot), {"a_winnable": "2"})
    assert "1 has scored the candidates" in words_of(client.get(page_of("ballot", ballot)))
    client.post(page_of("show-scores", ballot))
    theme = candidates[0].theme
    assert f"Side by side: {theme}" in words_of(client.get(page_of("ballot", ballot)))
    who = words_of(client.get(reverse("who-scored", kwargs={"uid": theme.uid})))
    assert all(words in who for words in ("Kofi Mensah", "Can it be won?"))
    assert "Kofi Mensah" not in words_of(client.get(reverse("cutting", kwargs={"uid": theme.uid})))
