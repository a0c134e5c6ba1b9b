"""Wanting a kit in one's place, from the form to the letter that names two others."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.campaigns.models import Kit, KitWish
from m4c.core.worker import run_waiting
from m4c.website.kit_forms import KitWishForm
from tests.campaigns.kits.making import public_kit_of
from tests.cast import Cast
from tests.factories import words_of


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


def ask(client: Client, kit: Kit, name: str, postcode: str = "cf101ep") -> object:
    """Send the form, shown a minute ago."""
    then = timezone.now() - timedelta(minutes=1)
    with patch("m4c.website.public_forms.timezone.now", lambda: then):
        stamp = KitWishForm().fresh_stamp
    sent = {"given_name": name, "email": f"{name}@example.org", "postcode": postcode, "stamp": stamp}
    return client.post(reverse("want-kit", kwargs={"slug": kit.slug}), sent)


def link(word: str, to: str) -> str:
    """The address in the last letter to somebody."""
    run_waiting()
    letter = next(each for each in reversed(mail.outbox) if each.to == [to])
    return next(part for part in letter.body.split() if word in part).partition("8000")[2]


def test_from_the_form_to_three_who_know_each_other(client: Client, cast: Cast) -> None:
    kit = public_kit_of(cast)
    people = ["ada", "ben", "cai"]
    for name in people:
        assert ask(client, kit, name)["Location"] == reverse("kit-wish-sent")  # type: ignore[index]
        address = link("/kits/wish/", f"{name}@example.org")
        assert "Yes, I want it here" in words_of(client.get(address))
        assert KitWish.objects.waiting().filter(name=name).count() == 0
        assert client.post(address, {"answer": "yes"})["Location"] == reverse("kit-answered")
    for name in people:
        near = link("/kits/near/", f"{name}@example.org")
        assert "Yes, introduce us" in words_of(client.get(near))
        client.post(near, {"answer": "yes"})
    run_waiting()
    assert "ben@example.org" in next(each for each in reversed(mail.outbox) if each.to == ["ada@example.org"]).body


def test_a_link_that_opens_nothing_says_so(client: Client, cast: Cast) -> None:
    for route in ("kit-wish", "kit-introduction"):
        answer = client.post(reverse(route, kwargs={"token": "x" * 43}), {"answer": "yes"})
        assert "no longer good" in words_of(answer, 404)


def test_a_postcode_nobody_knows_comes_back_with_the_form(client: Client, cast: Cast) -> None:
    page = words_of(ask(client, public_kit_of(cast), "ada", "ZZ99 9ZZ"), 422)
    assert ("ZZ99 9ZZ" in page, KitWish.objects.count()) == (True, 0)


def test_thanks_are_the_same_for_all(client: Client, cast: Cast) -> None:
    assert "Look at your mail" in words_of(client.get(reverse("kit-wish-sent")))
    assert "Thank you" in words_of(client.get(reverse("kit-answered")))
