"""The page after a 1-2-1, what a device sends of it by itself, and what opens its drafts."""

from base64 import b64decode
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core.models.record import new_uid
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Note, Person
from m4c.people.operations.note import write_note
from m4c.people.operations.relationship import record_relationship
from tests.cast import Cast
from tests.factories import signed_in, somebody, words_of

pytestmark = pytest.mark.django_db


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def a_talk(cast: Cast, days: int = 0, other: Person | None = None, **more: Any) -> OneToOne:
    new = NewOneToOne(cast.person("leader"), other or somebody(cast), today(days), **more)
    return record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def at(one: OneToOne, name: str = "after-one-to-one") -> str:
    return reverse(name, kwargs={"uid": one.uid})


@pytest.fixture
def leader(cast: Cast) -> Client:
    return signed_in(cast, "leader")


def test_the_box_says_that_they_may_read_it_and_is_private_unless_told(cast: Cast, leader: Client) -> None:
    one = a_talk(cast)
    text = words_of(leader.get(at(one)))
    assert "Write as if they will read it; they may." in text
    leader.post(at(one), {"uid": new_uid(), "about_them": "Came from Sylhet"})
    assert Note.objects.get().tier == Note.Tier.PRIVATE


def test_an_empty_form_writes_it_up(cast: Cast, leader: Client) -> None:
    one = a_talk(cast, -1)
    leader.post(at(one), {"uid": new_uid()})
    one.refresh_from_db()
    assert (one.held_on, one.note) == (today(-1), None)


def test_a_device_sends_and_is_told_where_it_stands(cast: Cast, leader: Client) -> None:
    one, sent = a_talk(cast), {"uid": new_uid(), "about_them": "Came from Sylhet", "names": "Ada\n\n Mair  Pugh "}
    for _time in range(2):
        answer = leader.post(at(one, "send-after-one-to-one"), sent)
        assert (answer.status_code, answer.json()) == (200, {"url": at(one, "one-to-one")})
    assert Note.objects.count() == 1
    answer = leader.post(at(one, "send-after-one-to-one"), sent | {"about_them": "Other words"})
    assert (answer.status_code, list(answer.json())) == (422, ["why"])


def test_a_page_kept_on_a_device_names_nobody(cast: Cast, leader: Client) -> None:
    one = a_talk(cast, other=somebody(cast, "Amal Yusuf"), next_step="Ring Amal")
    assert "Amal" in words_of(leader.get(at(one)))
    assert "Amal" not in leader.get(f"{at(one)}?shell").content.decode()


def test_a_key_is_ones_own_and_signing_in_opens_it_again(cast: Cast, leader: Client) -> None:
    first, again = (signed_in(cast, "leader").get(reverse("draft-key")).json() for _time in range(2))
    other = signed_in(cast, "organiser").get(reverse("draft-key")).json()
    assert (first["key"], len(b64decode(first["key"]))) == (again["key"], 32)
    assert other["key"] != first["key"]
    assert leader.get(reverse("draft-key"))["Cache-Control"].count("no-store") == 1


def test_before_says_what_one_may_see_and_whom_both_know(cast: Cast, leader: Client) -> None:
    other, friend = somebody(cast, "Amal Yusuf"), somebody(cast, "Mair Pugh")
    for person in (other, cast.person("leader")):
        told: dict[str, Any] = {"person": person, "other": friend, "kind": "friend", "evidence": "At school together"}
        record_relationship(group=cast.cardiff, by=cast.operator, **told)
    now = timezone.now()
    for tier, words in (("group", "Plays the harp"), ("private", "Only mine to know")):
        write_note(person=other, group=cast.cardiff, tier=tier, at=now, about_them=words, by=cast.organiser)
    for person in (other, friend):
        a_talk(cast, -200, person, held_on=today(-200))
    one = a_talk(cast, 2, other)
    text = words_of(leader.get(at(one, "one-to-one")))
    assert ("Plays the harp" in text, "Only mine to know" in text, "Mair Pugh" in text) == (True, False, True)
    text = words_of(signed_in(cast, "organiser").get(at(one, "one-to-one")))
    assert ("Before you talk" in text, "Mair Pugh" in text) == (False, False)


def test_a_note_of_the_group_is_read_on_the_page_and_a_private_one_by_its_author(cast: Cast, leader: Client) -> None:
    for tier, is_read in (("private", False), ("team", True), ("group", True)):
        one = a_talk(cast, other=somebody(cast, f"Amal {tier.title()}"))
        leader.post(at(one), {"uid": new_uid(), "about_them": "Came from Sylhet", "tier": tier})
        assert "Came from Sylhet" in words_of(leader.get(at(one, "one-to-one")))
        shown = words_of(signed_in(cast, "organiser").get(at(one, "one-to-one")))
        assert ("Came from Sylhet" in shown) is is_read
        above = signed_in(cast, "national_organiser").get(at(one, "one-to-one"))
        assert "Came from Sylhet" not in words_of(above)


def test_leaders_are_counted_by_name_for_their_organiser(cast: Cast) -> None:
    a_talk(cast, 3)
    a_talk(cast, -3, somebody(cast, "Nia Next"), held_on=today(-3), next_step="Ring her sister")
    url = reverse("leaders-one-to-ones")
    text = words_of(signed_in(cast, "organiser").get(url))
    assert ("2 arranged, 1 held, 0 followed up" in text, "Ring her sister" in text) == (True, True)
    assert "Bethan" not in words_of(signed_in(cast, "organiser_elsewhere").get(url))
