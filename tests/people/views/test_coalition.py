"""The pages of a coalition: bodies to all, names to few, and the record of nobody."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import Delegate, MemberBody, Person
from m4c.people.operations.coalition import add_body, name_delegate
from tests.cast import PERSONAS, Cast
from tests.factories import queries_of, signed_in, somebody, words_of

TODAY = timezone.localdate()
COALITION = {"slug": "cardiff-renters-coalition"}


def body(cast: Cast, group: str = "cardiff", seats: int = 2) -> MemberBody:
    """A group belongs to the coalition."""
    return add_body(coalition=cast.coalition, body=getattr(cast, group), seats=seats, by=cast.operator)


def seat(cast: Cast, of: MemberBody, person: Person, **more: Any) -> Delegate:
    """Somebody sits for it."""
    return name_delegate(member_body=of, person=person, since=date(2026, 3, 1), by=cast.operator, **more)


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_coalition_tells_its_bodies_to_all_and_names_to_few(cast: Cast, persona: str) -> None:
    amal = somebody(cast)
    cardiff = body(cast)
    seat(cast, cardiff, amal)
    seat(cast, cardiff, cast.person("member"), agreed_on=TODAY)
    page = words_of(signed_in(cast, persona).get(reverse("bodies", kwargs=COALITION)))
    sees = Person.objects.visible_to(cast.fresh(persona))

    assert ("Cardiff" in page, "2 seats" in page) == (True, True)
    assert ("Amal Yusuf" in page) == sees.filter(pk=amal.pk).exists()
    assert (str(amal.uid) in page) == sees.filter(pk=amal.pk).exists()
    at_the_table = persona not in ("leader_elsewhere", "organiser_elsewhere", "safeguarding", "admin")
    assert ("Kofi Mensah" in page) == (at_the_table or persona == "member")


def test_bodies_cost_the_same_however_many(cast: Cast) -> None:
    client, address, counts = signed_in(cast, "coalition_organiser"), reverse("bodies", kwargs=COALITION), []
    for group in ("cardiff", "manchester", "norwich"):
        seat(cast, body(cast, group), cast.person("member"), agreed_on=TODAY)
        counts.append(queries_of(client, address))
    assert counts[0] == counts[2] <= 14


def test_a_delegate_is_named_from_the_page(cast: Cast) -> None:
    cardiff, chosen = body(cast), str(cast.person("member").uid)
    client, address = signed_in(cast, "organiser"), reverse("name-delegate", args=[cardiff.uid])
    typed = {"person": "Kofi Mensah", "person-chosen": chosen, "since": TODAY.isoformat(), "agreed": "on"}
    assert words_of(client.get(address))
    client.post(address, typed)

    assert Delegate.objects.get().agreed_on == TODAY
    assert client.post(address, typed).status_code == 422
    kofi = signed_in(cast, "member")
    assert "The other bodies read your name." in words_of(kofi.get(reverse("own-belonging")))


@pytest.mark.parametrize(
    "typed", [{"seats": "1"}, {"name": "Dar ul-Isra", "seats": "0"}, {"body": "nowhere", "seats": "1"}]
)
def test_a_body_with_a_mistake_comes_back(cast: Cast, typed: dict[str, str]) -> None:
    answer = signed_in(cast, "coalition_organiser").post(reverse("bodies", kwargs=COALITION), typed)

    assert (answer.status_code, MemberBody.objects.count()) == (422, 0)


def test_seats_are_changed_on_their_page(cast: Cast) -> None:
    cardiff = body(cast)
    client, address = signed_in(cast, "coalition_organiser"), reverse("body-seats", args=[cardiff.uid])
    assert words_of(client.get(address))
    client.post(address, {"seats": "5"})
    cardiff.refresh_from_db()

    assert (cardiff.seats, client.post(address, {"seats": "none"}).status_code) == (5, 422)
