"""The pages of powerholders: what stands on one, and that nothing of our own people's records does."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from m4c.people.operations.note import write_note
from m4c.people.operations.relationship import record_relationship
from m4c.power.models import Powerholder
from m4c.power.operations.powerholder import say_own_person
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, queries_of, signed_in, somebody, talk, words_of
from tests.power.recording import (
    council_of,
    councillor_of,
    fact_of,
    known_by,
    line_of,
    office_of,
    owned_by,
    owner_of,
    presence_of,
    research_of,
    site_of,
    tenure_of,
)


def page(powerholder: Powerholder) -> str:
    return reverse("powerholder", kwargs={"uid": powerholder.uid})


def around(cast: Cast, powerholder: Powerholder, number: int) -> None:
    """Of everything that may stand on a page, so many."""
    for at in range(number):
        other = owner_of(cast, f"Somebody {powerholder.pk} {at}")
        office = office_of(cast, name=f"Office {powerholder.pk} {at}")
        tenure_of(cast, powerholder, office, ended_on=TODAY - timedelta(days=5))
        tenure_of(cast, other, office, started_on=TODAY - timedelta(days=5))
        fact_of(cast, powerholder, words=f"Owns shop {at}")
        fact_of(cast, powerholder, kind="attempt", words=f"An MP wrote {at}")
        presence_of(cast, powerholder, event=gathering(cast, title=f"Meeting {at}"), inviter=cast.person("organiser"))
        line_of(cast, other, powerholder)
        line_of(cast, owner_of(cast, f"Far {powerholder.pk} {at}"), other)
        owned_by(cast, site_of(cast, f"Site {powerholder.pk} {at}"), powerholder)
        research_of(cast, powerholder)


def test_the_page_takes_as_many_queries_for_three_of_everything_as_for_one(cast: Cast) -> None:
    one, three = owner_of(cast), owner_of(cast, "Another owner")
    around(cast, one, 1)
    around(cast, three, 3)
    client = signed_in(cast, "organiser")

    assert queries_of(client, page(one)) == queries_of(client, page(three))


def test_the_page_tells_what_is_on_record(cast: Cast) -> None:
    owner = owner_of(cast)
    around(cast, owner, 1)

    words = words_of(signed_in(cast, "leader").get(page(owner)))

    for said in ("Owns shop 0", "An MP wrote 0", "Meeting 0", "Paid for his election", "Derelict for eight years"):
        assert said in words
    assert "Followed by" in words
    assert f"Somebody {owner.pk} 0" in words


def test_an_old_source_is_warned_of(cast: Cast) -> None:
    old = owner_of(cast, source_on=TODAY - timedelta(days=400))
    client = signed_in(cast, "leader")

    assert "Older than six months" in words_of(client.get(page(old)))
    assert "Source older than six months" in words_of(client.get(reverse("powerholders")))


def test_the_title_of_an_event_is_told_to_those_who_may_see_it_alone(cast: Cast) -> None:
    owner = owner_of(cast)
    event = gathering(cast, title="Behind closed doors", visibility="invited")
    presence_of(cast, owner, event=event)

    assert "Behind closed doors" in words_of(signed_in(cast, "organiser").get(page(owner)))
    assert "Behind closed doors" not in words_of(signed_in(cast, "editor").get(page(owner)))
    assert "At an event of ours" in words_of(signed_in(cast, "editor").get(page(owner)))


@pytest.fixture
def one_of_ours(cast: Cast) -> Powerholder:
    """A councillor who was one of our people, with all that we have of their years with us."""
    person = somebody(cast, "Tegan Marlow", emails=["tegan@example.org"])
    friend = somebody(cast, "Ffion Quill")
    note: dict[str, Any] = {"group": cast.cardiff, "tier": "group", "at": NOW, "by": cast.organiser}
    write_note(person=person, about_them="Lost her job in spring", **note)
    write_note(person=friend, about_them="Talked of Tegan Marlow", **note)
    record_relationship(
        group=cast.cardiff, person=person, other=friend, kind="friend", evidence="School together", by=cast.organiser
    )
    talk(cast, cast.person("organiser"), person)
    councillor = councillor_of(cast)
    return say_own_person(powerholder=councillor, person=person, by=cast.organiser)


SECRETS = ("Lost her job", "School together", "Ffion Quill", "tegan@example.org", "Talked of")


def test_nothing_of_their_years_with_us_feeds_the_page_of_one_of_our_own(cast: Cast, one_of_ours: Powerholder) -> None:
    client = signed_in(cast, "organiser")
    addresses = [
        page(one_of_ours),
        reverse("ask-who-knows", kwargs={"uid": one_of_ours.uid}),
        reverse("powerholders"),
        reverse("change-powerholder", kwargs={"uid": one_of_ours.uid}),
    ]

    words = [words_of(client.get(address)) for address in addresses]

    assert [secret for secret in SECRETS for word in words if secret in word] == []
    assert one_of_ours.person is not None
    assert "Lost her job" in words_of(client.get(reverse("person", kwargs={"uid": one_of_ours.person.uid})))


def test_that_they_are_one_of_ours_is_told_to_who_may_see_that_person_alone(
    cast: Cast, one_of_ours: Powerholder
) -> None:
    told = {
        who: "Tegan Marlow" in words_of(signed_in(cast, who).get(page(one_of_ours)))
        for who in ("organiser", "national_organiser", "leader_elsewhere", "organiser_elsewhere", "editor")
    }

    assert told == {
        "organiser": True,
        "national_organiser": True,
        "leader_elsewhere": False,
        "organiser_elsewhere": False,
        "editor": False,
    }


def test_who_cannot_see_them_cannot_put_somebody_else_in_their_place(cast: Cast, one_of_ours: Powerholder) -> None:
    address = reverse("say-own-person", kwargs={"uid": one_of_ours.uid})
    client = signed_in(cast, "organiser_elsewhere")

    assert "Tegan" not in words_of(client.get(address))
    assert client.post(address, {"person": ""}).status_code == 422


def test_the_list_is_filtered_and_takes_as_many_queries_for_three_as_for_one(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    councillor_of(cast, "Councillor One")
    before = queries_of(client, reverse("powerholders"))
    for number in range(3):
        councillor_of(cast, f"Councillor Two {number}", office=f"Member {number}")
    owner_of(cast)
    council_of(cast, "Swansea Council")

    assert queries_of(client, reverse("powerholders")) == before
    found: dict[str, Any] = {
        asked: sorted(row.powerholder.name for row in client.get(f"{reverse('powerholders')}?{asked}").context["rows"])
        for asked in ("q=kapadia", "kind=private", "kind=council&q=one", "q=member+1", "only=review", "kind=school")
    }
    assert found == {
        "q=kapadia": ["Anand Kapadia"],
        "kind=private": ["Anand Kapadia"],
        "kind=council&q=one": ["Councillor One"],
        "q=member+1": ["Councillor Two 1"],
        "only=review": [],
        "kind=school": [],
    }


def test_who_knows_them_is_asked_by_acquaintance(cast: Cast) -> None:
    owner = owner_of(cast)
    known_by(cast, owner, cast.person("member"))

    words = words_of(signed_in(cast, "organiser").get(reverse("ask-who-knows", kwargs={"uid": owner.uid})))

    assert "Kofi Mensah" in words
    assert "Their landlord" in words
