"""Ballots in the workspace: made, opened, slips printed once, papers typed in, closed and drawn round by round."""

from typing import Any

import pytest
from django.urls import reverse

from m4c.listening.models import Ballot, IssueScore, Vote, Voter
from m4c.listening.operations.ballot import close_ballot
from m4c.listening.operations.voting import cast_on_behalf, enter_papers
from tests.cast import Cast
from tests.factories import NOW, queries_of, signed_in, words_of
from tests.listening.deciding.making import ballot_of, candidate_of, concern_of, issue_of, theme_of

pytestmark = pytest.mark.django_db


def page_of(ballot: Ballot, name: str = "ballot") -> str:
    return reverse(name, kwargs={"uid": ballot.uid})


def test_a_ballot_is_made_opened_and_closed_by_its_pages(cast: Cast):
    client = signed_in(cast, "organiser")
    sent = {"group": "cardiff", "title": "What next?", "options": "Lights\n\nBus", "method": "ranked", "dots": ""}
    client.post(reverse("make-ballot"), sent)
    ballot = Ballot.objects.get()
    assert "Not open yet" in words_of(client.get(page_of(ballot)))
    client.post(page_of(ballot, "open-ballot"))
    client.post(page_of(ballot, "ballot-papers"), {"number": "3", "option_1": "1", "option_2": "2"})
    client.post(page_of(ballot, "close-ballot"))
    shown = words_of(client.get(page_of(ballot)))
    assert "“Lights” won, with 1 vote." in shown
    client.post(page_of(ballot, "minute-ballot"), {"words": "We take up the lights."})
    assert "We take up the lights." in words_of(client.get(page_of(ballot)))


def test_slips_are_shown_once_with_a_code_each(cast: Cast):
    client, ballot = signed_in(cast, "organiser"), ballot_of(cast)
    sheet = words_of(client.post(page_of(ballot, "ballot-slips"), {"number": "3"}))
    assert sheet.count('class="slip"') == 3
    assert sheet.count("<svg") >= 3
    assert Voter.objects.exclude(code_hash="").count() == 3
    kofi = cast.person("member")
    named = client.post(page_of(ballot, "ballot-slips"), {"person": kofi.name, "person-chosen": str(kofi.uid)})
    assert "Kofi Mensah, slip 4" in words_of(named)


def test_rounds_are_drawn_with_their_table(cast: Cast):
    ballot = ballot_of(cast)
    papers = {1: ["Street lights"], 2: ["Street lights"], 3: ["The 27 bus", "Street lights"], 4: ["The 27 bus"]}
    enter_papers(ballot=ballot, papers={**papers, 5: ["The empty shop", "The 27 bus"]}, at=NOW, by=cast.organiser)
    close_ballot(ballot=ballot, at=NOW, by=cast.organiser)
    shown = words_of(signed_in(cast, "organiser").get(page_of(ballot)))
    assert (shown.count("Votes in this round"), shown.count('class="round-bar"')) == (4, 5)
    assert "“The empty shop” had the fewest and went out." in shown


def test_a_call_stands_with_who_took_it(cast: Cast):
    ballot = ballot_of(cast)
    given: dict[str, Any] = {
        "person": cast.person("member"),
        "choices": ["The 27 bus"],
        "words": "Read out, he chose",
        "at": NOW,
    }
    cast_on_behalf(ballot=ballot, by=cast.organiser, **given)
    shown = words_of(signed_in(cast, "organiser").get(page_of(ballot, "ballot-phoned")))
    assert all(words in shown for words in ("Kofi Mensah", "Read out, he chose", "Siân Prosser"))
    assert "The 27 bus" not in shown


def test_hands_typed_in_close_the_ballot(cast: Cast):
    client, ballot = signed_in(cast, "organiser"), ballot_of(cast, "hands")
    client.post(page_of(ballot, "close-ballot"), {"hands_1": "12", "hands_2": "7", "hands_3": ""})
    assert (Ballot.objects.get().result or {})["winner"] == "Street lights"


def test_candidates_stand_side_by_side_and_one_is_chosen(cast: Cast):
    client, theme = signed_in(cast, "organiser"), theme_of(cast)
    concern_of(cast, theme, cast.person("member"))
    candidate = candidate_of(cast, theme)
    client.post(reverse("score-candidate", kwargs={"uid": candidate.uid}), {"winnable": "2", "funds": "0"})
    assert IssueScore.objects.count() == 2
    cutting = words_of(client.get(reverse("cutting", kwargs={"uid": theme.uid})))
    assert "Eight street lights on Heol Trelai" in cutting
    assert "Midwest Academy" in cutting
    sent = {"name": "Lights", "on": "2026-10-05", "tells": "on"}
    chosen = client.post(reverse("choose-candidate", kwargs={"uid": candidate.uid}), sent, follow=True)
    shown = words_of(chosen)
    assert all(words in shown for words in ("Where it comes from", "Kofi Mensah", "Lights"))


def test_pages_ask_as_much_however_many_there_are(cast: Cast):
    client, ballot, theme = signed_in(cast, "organiser"), ballot_of(cast), theme_of(cast)
    issue = issue_of(cast, theme)
    pages = [reverse("ballots"), page_of(ballot), reverse("issues"), reverse("issue", kwargs={"uid": issue.uid})]
    few = [queries_of(client, page) for page in pages]
    for number in range(2):
        ballot_of(cast)
        concern_of(cast, theme, cast.person("member"))
        enter_papers(ballot=ballot, papers={number: ["The 27 bus"]}, at=NOW, by=cast.organiser)
    assert Vote.objects.count() == 2
    assert [queries_of(client, page) for page in pages] == few
