"""Who is named by an address: also by a uid from before two records were made one, and only to those who see them."""

import pytest
from django.test import Client
from django.urls import reverse

from m4c.people.acting.whom import people_meant
from m4c.people.models import Person
from m4c.people.naming import person_named
from m4c.people.operations.person_merge import merge
from tests.cast import Cast
from tests.factories import NOW, gathering, signed_in, somebody, words_of


@pytest.fixture
def made_one(cast: Cast) -> tuple[Person, str]:
    """Somebody whose second record is theirs now, and the uid that it had."""
    amal, double = somebody(cast), somebody(cast, "Amal Yusof")
    old = str(double.uid)
    merge(keep=amal, other=double, choices={}, at=NOW, by=cast.organiser)
    return amal, old


def test_an_old_uid_names_who_it_was_made_one_with(cast: Cast, made_one: tuple[Person, str]) -> None:
    amal, old = made_one
    assert (person_named(cast.organiser, old), person_named(cast.organiser, str(amal.uid))) == (amal, amal)
    assert (person_named(cast.organiser_elsewhere, old), person_named(cast.leader, old)) == (None, None)
    assert [person_named(cast.organiser, text) for text in ("", "1", "x" * 36)] == [None] * 3


def test_who_was_ticked_in_a_list_is_meant_by_an_old_uid_too(cast: Cast, made_one: tuple[Person, str]) -> None:
    amal, old = made_one
    assert list(people_meant(cast.organiser, "", [old, str(amal.uid), "x"])) == [amal]
    assert not people_meant(cast.organiser_elsewhere, "", [old]).exists()


@pytest.mark.parametrize(
    ("route", "word"),
    [("record-one-to-one", "with"), ("record-house-meeting", "host"), ("which-event", "who"), ("record-pledge", "for")],
)
def test_links_that_bring_somebody_along_know_old_uids(
    cast: Cast, made_one: tuple[Person, str], route: str, word: str
) -> None:
    client: Client = signed_in(cast, "organiser")
    assert "Amal Yusuf" in words_of(client.get(reverse(route), {word: made_one[1]}))


def test_an_event_and_a_form_know_old_uids_too(cast: Cast, made_one: tuple[Person, str]) -> None:
    amal, old = made_one
    client = signed_in(cast, "organiser")
    page = reverse("attendance", kwargs={"uid": gathering(cast).uid})
    assert "Amal Yusuf" in words_of(client.get(page, {"who": old}))
    sent = {"other": amal.name, "other-chosen": old, "way": "friend", "evidence": "Told us", "group": "cardiff"}
    kofi = cast.person("member")
    client.post(reverse("record-relationship", kwargs={"uid": kofi.uid}), sent)
    assert "Amal Yusuf" in words_of(client.get(reverse("person", kwargs={"uid": kofi.uid})))
