"""The page of an issue: what became of word back, and who decided, however many they were."""

import re

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from m4c.listening.deciding import stances
from m4c.listening.models import IssueDecider, IssueMove, WordBack
from m4c.listening.operations.issue import move_issue
from tests.cast import Cast
from tests.factories import TODAY, queries_of, somebody, words_of
from tests.listening.deciding.making import issue_of

State = WordBack.State


def read(response: HttpResponseBase) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub("<[^>]*>", " ", words_of(response)).split())


def test_letters_that_failed_are_to_be_rung_and_those_that_wait_are_told(client: Client, cast: Cast):
    issue = issue_of(cast)
    move = IssueMove.objects.filter(issue=issue).latest("pk")
    for number, state in enumerate((State.TO_RING, State.FAILED, State.SENT, State.WAITING)):
        person = somebody(cast, f"Beca{number} Rhys")
        WordBack.objects.create(move=move, person=person, state=state)
    client.force_login(cast.organiser)
    page = read(client.get(reverse("issue", kwargs={"uid": issue.uid})))
    assert "By letter 1 " in page
    assert "Letters that wait 1 " in page
    assert "Still to ring 2 " in page


def test_of_many_who_decided_those_against_it_stand_first(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stances, "LISTED", 2)
    issue = issue_of(cast)
    for number, stood in enumerate(("for", "for", "abstained", "against")):
        person = somebody(cast, f"Beca{number} Rhys{number}")
        IssueDecider.objects.create(issue=issue, person=person, stood=stood)
    told = stances.stances_of(issue, cast.organiser)
    assert [row.stood for row in told.rows] == ["against", "for"]
    assert (told.more, told.dissented, told.hidden) == (2, 1, 0)
    client.force_login(cast.organiser)
    page = words_of(client.get(reverse("issue", kwargs={"uid": issue.uid})))
    assert "And 2 more." in page
    assert "Beca2" not in page


def test_it_costs_the_same_however_often_it_moved(client: Client, cast: Cast):
    issue = issue_of(cast)
    client.force_login(cast.organiser)
    address = reverse("issue", kwargs={"uid": issue.uid})
    client.get(address)
    few = queries_of(client, address)
    for number in range(3):
        move_issue(issue=issue, on=TODAY, words=f"It moved {number}.", tells=False, by=cast.organiser)
        person = somebody(cast, f"Beca{number} Rhys")
        IssueDecider.objects.create(issue=issue, person=person, stood="for")
    assert queries_of(client, address) == few
