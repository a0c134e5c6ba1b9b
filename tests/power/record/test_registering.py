"""What becomes of power's rows when people are made one, go, or ask; and where powerholders are found."""

from django.urls import reverse

from m4c.people.access.sources import ACCESS_SOURCES
from m4c.people.operations.person_merge import merge
from m4c.power.models import Acquaintance, Powerholder
from m4c.power.operations.powerholder import say_own_person
from tests.cast import Cast
from tests.factories import NOW, signed_in, somebody, words_of
from tests.power.recording import known_by, owner_of, presence_of


def test_two_records_of_one_person_know_somebody_once_and_are_one_powerholder(cast: Cast) -> None:
    keep, other = somebody(cast, "Amal Yusuf"), somebody(cast, "Amal Yusuff")
    owner, first, second = owner_of(cast), owner_of(cast, "First"), owner_of(cast, "Second")
    known_by(cast, owner, keep, how="Tenant")
    known_by(cast, owner, other, how="Neighbour")
    presence_of(cast, owner, inviter=other)
    for powerholder, person in ((first, keep), (second, other)):
        say_own_person(powerholder=powerholder, person=person, by=cast.organiser)

    merge(keep=keep, other=other, choices={}, at=NOW, by=cast.organiser)

    assert list(Acquaintance.objects.values_list("person", "how")) == [(keep.pk, "Tenant / Neighbour")]
    assert list(Powerholder.objects.order_by("pk").values_list("person", flat=True)) == [None, keep.pk, None]


def test_who_asks_for_their_own_record_is_told_that_they_are_a_powerholder(cast: Cast) -> None:
    person, owner = somebody(cast), owner_of(cast)
    say_own_person(powerholder=owner, person=person, by=cast.organiser)
    known_by(cast, owner_of(cast, "Another"), person, how="Sings beside him")

    said = {fact.value for row in ACCESS_SOURCES["power"].rows(person) for fact in row.facts}

    assert {"Anand Kapadia", "Land register", "Sings beside him"} <= said


def test_the_search_box_finds_them_for_who_may_see_power(cast: Cast) -> None:
    owner_of(cast)

    assert "Kapadia</" in words_of(signed_in(cast, "leader").get(reverse("search"), {"q": "kapadia"}))
    assert "Kapadia</" not in words_of(signed_in(cast, "treasurer").get(reverse("search"), {"q": "kapadia"}))
