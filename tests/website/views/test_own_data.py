"""One's own data by a link, from the public page to what it may put right; and the copy by its own link."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.core.worker import run_waiting
from m4c.people.models import AccessPack, Consent, Leaving, Membership, OwnDataLink, PackOpening, Person, RightsRequest
from m4c.people.models.account import website
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.leaving import LeavingRefused
from m4c.people.operations.own_data import leave_own
from m4c.people.operations.rights_request import Asked, RightsRefused, take_in_request
from m4c.website.own_data_forms import AskOwnDataForm
from tests.cast import Cast
from tests.factories import queries_of, somebody, words_of

ASK = reverse("ask-own-data")


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


@pytest.fixture
def ebo(cast: Cast) -> Person:
    """Somebody without an account."""
    more: dict[str, Any] = {"emails": ["ebo.iwu@example.org"], "phones": ["+447700900188"], "address": "4 High Street"}
    return somebody(cast, "Ebo Iwu", postcode="CF10 1EP", **more)


def asked(client: Client, **typed: str) -> Any:
    """The answer to the form, shown a minute ago."""
    then = timezone.now() - timedelta(minutes=1)
    with patch("m4c.website.public_forms.timezone.now", lambda: then):
        stamp = AskOwnDataForm().fresh_stamp
    return client.post(ASK, {**typed, "stamp": stamp})


def link() -> str:
    """The address in the letter that has just been sent."""
    run_waiting()
    return next(word for word in mail.outbox[-1].body.split() if "/my-data/" in word).partition("8000")[2]


@pytest.fixture
def opened(client: Client, ebo: Person) -> Client:
    """A browser that used the link."""
    asked(client, email="Ebo.Iwu@example.org")
    assert client.post(link())["Location"] == reverse("own-data")
    return client


def test_known_or_not_the_answer_is_the_same(client: Client, ebo: Person) -> None:
    answers = [asked(client, email=email) for email in ("ebo.iwu@example.org", "nobody@example.org")]

    assert {(answer.status_code, answer.url) for answer in answers} == {(302, reverse("own-data-sent"))}
    assert {tuple(answer.cookies) for answer in answers} == {()}
    assert [link.person for link in OwnDataLink.objects.all()] == [ebo]
    assert "If we know you by that" in words_of(client.get(reverse("own-data-sent")))


@pytest.mark.parametrize("typed", [{}, {"email": "not one"}, {"phone": "12"}])
def test_nonsense_comes_back(client: Client, typed: dict[str, str]) -> None:
    words_of(asked(client, **typed), 422)


def test_a_robot_gets_the_same_page_and_nothing_happens(client: Client, ebo: Person) -> None:
    answer = client.post(ASK, {"email": "ebo.iwu@example.org", "stamp": "made up"})

    assert answer["Location"] == reverse("own-data-sent")
    assert not OwnDataLink.objects.exists()


def test_no_more_than_three_letters_a_day_to_one_address(client: Client, ebo: Person) -> None:
    for _again in range(5):
        asked(client, email="ebo.iwu@example.org")
    OwnDataLink.objects.update(made_at=timezone.now() - timedelta(hours=2))
    asked(client, email="ebo.iwu@example.org")

    assert OwnDataLink.objects.count() == 3


def test_looking_at_the_link_spends_nothing_and_using_it_does(client: Client, ebo: Person) -> None:
    asked(client, phone="07700 900188")
    address = link()
    assert client.get(reverse("own-data")).status_code == 404
    for _again in range(2):
        assert "Ebo" not in words_of(client.get(address))
    assert client.post(address).status_code == 302
    assert [Client().post(address).status_code, Client().get(reverse("own-data")).status_code] == [404, 404]


def test_it_shows_contact_details_and_consents_alone(cast: Cast, opened: Client, ebo: Person) -> None:
    from m4c.people.operations.note import write_note

    now = timezone.now()
    write_note(person=ebo, group=cast.cardiff, tier="group", at=now, about_them="A secret", by=cast.organiser)
    text = words_of(opened.get(reverse("own-data")))

    assert all(words in text for words in ("ebo.iwu@example.org", "07700 900188", "4 High Street", "A copy of all"))
    assert [words for words in ("A secret", "Siân") if words in text] == []


def test_it_is_put_right_and_stopped(opened: Client, ebo: Person) -> None:
    right = {"emails": "ebo@example.org", "phones": "07700 900188", "lines": "4 High Street", "postcode": "CF10 1EP"}
    assert opened.post(reverse("put-own-data-right"), right)["Location"] == reverse("own-data")
    assert opened.post(reverse("stop-own-data"), {"channels": ["phone"]})["Location"] == reverse("own-data")

    assert [email.address for email in ebo.emails.all()] == ["ebo@example.org"]
    assert Consent.objects.filter(person=ebo, channel="phone", state="objected").count() == 2
    assert {request.kind for request in RightsRequest.objects.all()} == {"correction", "objection"}
    assert "Objected" in words_of(opened.get(reverse("own-data")))


def test_a_group_is_left_with_one_press(opened: Client, ebo: Person) -> None:
    leave = reverse("leave-by-own-data", kwargs={"slug": "cardiff"})
    assert leave in words_of(opened.get(reverse("own-data")))
    assert words_of(opened.post(leave, follow=True)).count("You have left Cardiff") == 1
    left = Leaving.objects.get()
    again = words_of(opened.post(leave, follow=True))

    assert (left.person, left.group.slug, left.way) == (ebo, "cardiff", "own_page")
    assert not Membership.objects.open().filter(person=ebo).exists()
    assert (leave in again, "You have left" in again, Leaving.objects.count()) == (False, False, 1)


def test_nobody_leaves_for_another_or_once_the_page_is_closed(cast: Cast, opened: Client, ebo: Person) -> None:
    used, now = OwnDataLink.objects.get(), timezone.now()
    with pytest.raises(LeavingRefused):
        leave_own(link=used, group=cast.manchester, at=now, by=website())
    with pytest.raises(RightsRefused):
        leave_own(link=used, group=cast.cardiff, at=now + timedelta(minutes=31), by=website())
    assert opened.post(reverse("leave-by-own-data", kwargs={"slug": "manchester"}))["Location"] == reverse("own-data")
    assert not Leaving.objects.exists()


def test_what_makes_no_sense_comes_back_with_its_words(opened: Client) -> None:
    right = {"emails": "not one", "phones": "07700 900188", "lines": "4 High Street", "postcode": "CF10 1EP"}
    assert "not one" in words_of(opened.post(reverse("put-own-data-right"), right), 422)
    words_of(opened.post(reverse("stop-own-data"), {"channels": ["pigeon"]}), 422)
    nowhere = right | {"emails": "ebo@example.org", "postcode": "nowhere"}
    assert "nowhere" in words_of(opened.post(reverse("put-own-data-right"), nowhere), 422)


def test_after_half_an_hour_it_is_closed(opened: Client) -> None:
    OwnDataLink.objects.update(used_at=timezone.now() - timedelta(minutes=31))
    answers = [
        opened.get(reverse("own-data")),
        opened.post(reverse("stop-own-data"), {"channels": ["phone"]}),
        opened.post(reverse("put-own-data-right"), {}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not Consent.objects.exists()


def test_it_is_closed_before_that_by_a_press(opened: Client) -> None:
    assert opened.post(reverse("close-own-data"))["Location"] == reverse("home")
    assert opened.get(reverse("own-data")).status_code == 404


def test_the_page_costs_the_same_however_much_was_said(opened: Client, cast: Cast, ebo: Person) -> None:
    words_of(opened.get(reverse("own-data")))
    before = queries_of(opened, reverse("own-data"))
    for channel in ("email", "text", "post"):
        Consent.objects.create(
            person=ebo,
            channel=channel,
            purpose="news",
            state="refused",
            at=timezone.now(),
            source="s",
            taken_by=cast.operator,
        )

    assert queries_of(opened, reverse("own-data")) == before


def test_a_copy_opens_by_its_link_with_a_press(client: Client, cast: Cast, ebo: Person) -> None:
    from m4c.people.access.files import path_of

    now = timezone.now()
    request = take_in_request(
        group=cast.movement, asked=Asked("access", "email", "Ebo", now.date()), person=ebo, by=cast.data_protection
    )
    pack = AccessPack.objects.create(
        request=request,
        asked_by=cast.data_protection,
        asked_at=now,
        made_at=now,
        expires_at=now + timedelta(days=1),
        token_hash=hash_of("secret"),
    )
    path_of(pack, "json").write_text("{}")
    page = client.get(reverse("own-pack", kwargs={"token": "secret"}))
    assert words_of(page)
    assert not PackOpening.objects.exists()

    def take(token: str, file: str) -> int:
        return int(client.post(reverse("take-own-pack", kwargs={"token": token, "file": file})).status_code)

    assert [take("secret", "json"), take("other", "json"), take("secret", "exe"), take("secret", "pdf")] == [
        200,
        404,
        404,
        404,
    ]
    assert PackOpening.objects.filter(file="json", by=None).count() == 1
