"""Lists of ballots, issues, voters and campaigns come page by page, each once, in their order, there and back."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from m4c.core import pages
from m4c.listening.models import Ballot, Voter
from m4c.listening.operations.voting import cast_on_behalf
from tests.cast import Cast
from tests.factories import NOW, TODAY, signed_in, somebody, words_of
from tests.listening.campaigning import campaign_of
from tests.listening.deciding.making import ballot_of, candidate_of, issue_of, theme_of

pytestmark = pytest.mark.django_db
NAMES = ("Ann Ash", "Bob Ash", "Cai Coed", "Dai Derw", "Eve Ebb")


def walked(cast: Cast, address: str, each: str) -> tuple[list[list[str]], list[list[str]]]:
    """What stands on each page from the first to the last, and from there back."""
    client, there, back = signed_in(cast, "organiser"), [], []
    shown = words_of(client.get(address))
    there.append(re.findall(each, shown))
    while found := re.search(r'rel="next" href="([^"]+)"', shown):
        shown = words_of(client.get(address + found[1]))
        there.append(re.findall(each, shown))
    while found := re.search(r'rel="prev" href="([^"]+)"', shown):
        shown = words_of(client.get(address + found[1]))
        back.append(re.findall(each, shown))
    return there, back


@pytest.fixture
def two_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two rows."""
    given = pages.page_of.__kwdefaults__
    assert given is not None
    monkeypatch.setattr(pages.page_of, "__kwdefaults__", given | {"size": 2})


@pytest.mark.usefixtures("two_a_page")
def test_ballots_come_the_latest_first(cast: Cast) -> None:
    for number in range(5):
        Ballot.objects.filter(pk=ballot_of(cast).pk).update(title=f"Ballot {number}")
    there, back = walked(cast, reverse("ballots"), r"Ballot \d")
    assert there == [["Ballot 4", "Ballot 3"], ["Ballot 2", "Ballot 1"], ["Ballot 0"]]
    assert back == [["Ballot 2", "Ballot 1"], ["Ballot 4", "Ballot 3"]]


@pytest.mark.usefixtures("two_a_page")
def test_issues_come_the_latest_first(cast: Cast) -> None:
    theme = theme_of(cast)
    for number in range(3):
        issue = issue_of(cast, theme)
        type(issue).objects.filter(pk=issue.pk).update(name=f"Issue {number}")
    assert candidate_of(cast, theme)
    assert walked(cast, reverse("issues"), r"Issue \d") == (
        [["Issue 2", "Issue 1"], ["Issue 0"]],
        [["Issue 2", "Issue 1"]],
    )


@pytest.mark.usefixtures("two_a_page")
def test_those_to_hand_a_link_to_come_by_name(cast: Cast) -> None:
    ballot = ballot_of(cast)
    for name in reversed(NAMES):
        Voter.objects.create(ballot=ballot, person=somebody(cast, name))
    page = reverse("ballot-links", kwargs={"uid": ballot.uid})
    there, back = walked(cast, page, "|".join(f"(?<=: ){name}(?=</span>)" for name in NAMES))
    assert there == [["Ann Ash", "Bob Ash"], ["Cai Coed", "Dai Derw"], ["Eve Ebb"]]
    assert back == there[1::-1]


@pytest.mark.usefixtures("two_a_page")
def test_those_phoned_come_by_name_and_whoever_was_erased_is_a_number(cast: Cast) -> None:
    ballot = ballot_of(cast)
    given: dict[str, Any] = {"choices": ["The 27 bus"], "words": "Rang them", "at": NOW}
    for name in NAMES:
        cast_on_behalf(ballot=ballot, person=somebody(cast, name), by=cast.organiser, **given)
    Voter.objects.filter(person__given_name="Eve").update(person=None)
    page = reverse("ballot-phoned", kwargs={"uid": ballot.uid})
    there, _back = walked(cast, page, "|".join(f"(?<=>){name}" for name in NAMES))
    assert there == [["Ann Ash", "Bob Ash"], ["Cai Coed", "Dai Derw"]]
    assert "And 1 whose record was erased since." in words_of(signed_in(cast, "organiser").get(page))


@pytest.mark.usefixtures("two_a_page")
def test_campaigns_that_are_over_come_the_latest_first(cast: Cast) -> None:
    for number in range(3):
        ends_on = TODAY - timedelta(days=200 - number)
        campaign_of(cast, name=f"Campaign {number}", starts_on=ends_on - timedelta(days=9), ends_on=ends_on)
    there, back = walked(cast, reverse("listening"), r"Campaign \d")
    assert there == [["Campaign 2", "Campaign 1"], ["Campaign 0"]]
    assert back == there[:1]
