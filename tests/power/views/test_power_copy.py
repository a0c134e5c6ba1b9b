"""The copy that a powerholder may ask for: all of it, from every group, and none of our people's names."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, signed_in, words_of
from tests.power.recording import (
    councillor_of,
    fact_of,
    known_by,
    line_of,
    owned_by,
    owner_of,
    presence_of,
    research_of,
    site_of,
)


@pytest.fixture
def answerer(cast: Cast) -> Client:
    """Whoever answers for people's data, with a second factor."""
    Authenticator.objects.create(user=cast.data_protection, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return signed_in(cast, "data_protection")


def asked(cast: Cast) -> Any:
    """A councillor of whom everything that may be is on record."""
    councillor = councillor_of(cast)
    fact_of(cast, councillor, words="Voted for it")
    presence_of(cast, councillor, inviter=cast.person("member"), camp="Backed the leader")
    line_of(cast, owner_of(cast), councillor)
    owned_by(cast, site_of(cast), councillor)
    known_by(cast, councillor, cast.person("member"), how="Sings beside him")
    research_of(cast, councillor, learnt="Reads every letter")
    return councillor


def test_the_copy_holds_all_of_it_and_names_none_of_our_people(cast: Cast, answerer: Client) -> None:
    address = reverse("answer-powerholder", kwargs={"uid": asked(cast).uid})

    assert "make sure" in words_of(answerer.post(address, {"form": "html"}), 422)
    page = answerer.post(address, {"form": "html", "is_checked": "on"})
    words = words_of(page)
    data = answerer.post(address, {"form": "json", "is_checked": "on"})

    assert page["Content-Disposition"] == 'attachment; filename="on-record.html"'
    for said in ("Cabinet member for planning", "Voted for it", "Backed the leader", "Paid for his election"):
        assert said in words
    for said in ("The old supermarket", "Sings beside him", "Reads every letter"):
        assert said in words
    assert "Kofi" not in words
    assert [part["title"] for part in data.json()["parts"]] == [
        "Who you are to us",
        "Offices",
        "Facts and their sources",
        "What you own",
        "When you came to us",
        "Lines of influence",
        "Who of us knows you",
        "Research meetings",
    ]


def test_how_somebody_kept_safe_knows_them_is_not_told(cast: Cast, answerer: Client) -> None:
    councillor = asked(cast)
    keep_safe(person=cast.person("member"), at=NOW, by=cast.safeguarding)
    given = {"form": "html", "is_checked": "on"}
    words = words_of(answerer.post(reverse("answer-powerholder", kwargs={"uid": councillor.uid}), given))
    assert ("Reads every letter" in words, "Sings beside him" in words) == (True, False)


def test_only_who_answers_for_data_is_led_there(cast: Cast, answerer: Client) -> None:
    councillor = councillor_of(cast)
    page = reverse("powerholder", kwargs={"uid": councillor.uid})

    assert "Make their copy" in words_of(answerer.get(page))
    assert "Make their copy" not in words_of(signed_in(cast, "organiser").get(page))
