"""Grids: made, filled by office, read on a phone and on paper, and as everybody reads them."""

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from m4c.campaigns.models import NamingDecision
from m4c.commitments.models import Ask, AskGrid
from m4c.commitments.operations.ask_grid import publish_grid
from m4c.power.models import Office, Powerholder, Tenure
from tests.cast import Cast
from tests.commitments.tabling import a_councillor, a_grid, an_answer
from tests.commitments.winning import a_campaign
from tests.factories import NOW, queries_of, signed_in, words_of
from tests.power.recording import owner_of

ALL = "/organise/grids/"


def at(grid: AskGrid, what: str = "") -> str:
    return f"{ALL}{grid.uid}/{what}"


def public(grid: AskGrid) -> str:
    return reverse("public-grid", kwargs={"slug": grid.slug})


def test_made_with_its_questions_and_filled_by_office(cast: Cast) -> None:
    client, councillor, owner = signed_in(cast, "leader"), a_councillor(cast), owner_of(cast)
    assert "Nothing was asked of many yet" in words_of(client.get(ALL))
    said = {
        "name": "Candidates",
        "group": "cardiff",
        "asked_on": "2026-10-01",
        "questions": "Wage | Will you?\nAnd you?",
    }
    assert client.post(f"{ALL}new/", said | {"questions": "x" * 400}).status_code == 422
    client.post(f"{ALL}new/", said)
    grid = AskGrid.objects.get()
    assert "Nobody is asked yet" in words_of(client.get(at(grid)))
    office = councillor_office(councillor)
    assert "Choose an office or an institution." in words_of(client.post(at(grid, "people/"), {"office": ""}), 422)
    client.post(at(grid, "people/"), {"office": str(office.uid)})
    client.post(at(grid, "people/"), {"to": str(owner.uid)})
    client.post(at(grid, "people/"), {"institution": str(office.institution.uid)})
    client.post(at(grid, "questions/"), {"words": "In public?"})
    assert Ask.objects.filter(grid=grid).count() == 6
    text = words_of(client.get(at(grid)))
    assert ("Councillor for Trowbridge" in text, "Anand Kapadia" in text, "Wage" in text) == (True, True, True)
    client.post(reverse("leave-out-of-grid", kwargs={"uid": grid.uid, "powerholder": owner.uid}))
    assert "Anand Kapadia" not in words_of(client.get(at(grid, "paper/")))


def councillor_office(councillor: Powerholder) -> Office:
    return Tenure.objects.select_related("office__institution").get(powerholder=councillor).office


def test_it_takes_the_same_queries_for_one_and_three(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    one, three = a_grid(cast, a_councillor(cast)), a_grid(cast, *(owner_of(cast, f"No {n}") for n in range(3)))
    for ask in Ask.objects.all():
        an_answer(cast, ask)
    assert queries_of(client, at(one)) == queries_of(client, at(three))
    assert queries_of(client, at(one, "paper/")) == queries_of(client, at(three, "paper/"))
    for grid in (one, three):
        publish_grid(grid=grid, at=NOW, by=cast.organiser)
    cache.clear()
    queries_of(Client(), public(one))  # what the process reads once
    assert queries_of(Client(), public(one)) == queries_of(Client(), public(three))


def test_in_public_office_holders_are_named_and_owners_by_decision(cast: Cast) -> None:
    campaign, owner, councillor = a_campaign(cast), owner_of(cast), a_councillor(cast)
    grid = a_grid(cast, owner, councillor, campaign=campaign)
    for ask in Ask.objects.filter(grid=grid, position=1):
        an_answer(cast, ask, kind="yes_if", words="Only if Mr Kapadia sells", says_who="Amal Yusuf of Moss Street")
    stranger = Client()
    assert stranger.get(public(grid)).status_code == 404
    publish_grid(grid=grid, at=NOW, by=cast.organiser)
    text = words_of(stranger.get(public(grid)))
    named = [
        words in text for words in ("Councillor for Trowbridge", "Kapadia", "The owner", "Amal", "the owner sells")
    ]
    assert named == [True, False, True, False, True]
    asked = {"campaign": campaign, "powerholder": owner, "why": "All know", "asked_by": cast.leader, "asked_at": NOW}
    NamingDecision.objects.create(**asked, agreed=True, decided_by=cast.organiser, decided_at=NOW, answer="Yes")
    client = signed_in(cast, "organiser")
    client.post(at(grid, "taking-down/"))
    assert stranger.get(public(grid)).status_code == 404
    client.post(at(grid, "publishing/"))
    assert "Kapadia" in words_of(stranger.get(public(grid)))


def test_accounts_that_differ_both_stand_there(cast: Cast) -> None:
    grid = a_grid(cast, a_councillor(cast))
    ask = Ask.objects.filter(grid=grid).first()
    an_answer(cast, ask, words="I will")
    an_answer(cast, ask, kind="no", words="I never said so")
    publish_grid(grid=grid, at=NOW, by=cast.organiser)
    text = words_of(Client().get(public(grid)))
    assert ("I will" in text, "I never said so" in text, "Accounts of it differ." in text) == (True, True, True)


def test_a_grid_of_another_group_is_not_there(cast: Cast) -> None:
    assert signed_in(cast, "leader").get(at(a_grid(cast, group=cast.manchester))).status_code == 404
