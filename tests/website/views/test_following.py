"""Following a commitment from its page: the form, the letter, the link, and a mail program's one press."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.commitments.models import Commitment, Follower
from m4c.core.worker import run_waiting
from m4c.website.follow_forms import FollowForm
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import a_promise
from tests.factories import words_of


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


def ask(client: Client, commitment: Commitment, **more: str) -> object:
    """Send the form, shown a minute ago."""
    then = timezone.now() - timedelta(minutes=1)
    with patch("m4c.website.public_forms.timezone.now", lambda: then):
        stamp = FollowForm().fresh_stamp
    sent = {"email": "ada@example.org", "stamp": stamp} | more
    return client.post(reverse("follow-commitment", kwargs={"slug": commitment.slug}), sent)


def link() -> str:
    """The address in the last letter."""
    run_waiting()
    return next(part for part in mail.outbox[-1].body.split() if "/follow/" in part).partition("8000")[2]


def test_from_the_form_to_a_press_that_stops(client: Client, cast: Cast) -> None:
    made = a_public_promise(cast)
    assert "Send me the link" in words_of(client.get(reverse("follow-commitment", kwargs={"slug": made.slug})))
    assert ask(client, made)["Location"] == reverse("follow-sent")  # type: ignore[index]
    address = link()
    assert address.startswith("/commitments/follow/")
    assert "Yes, tell me when it moves" in words_of(client.get(address))
    assert not Follower.objects.following().exists()  # opening it does nothing
    client.post(address, {"answer": "yes"})
    assert Follower.objects.following().count() == 1
    assert client.post(address, {"answer": "nonsense"}).status_code == 200
    assert client.post(address, {"List-Unsubscribe": "One-Click"})["Location"] == reverse("follow-done")
    assert Follower.objects.get().email == ""
    assert "no longer good" in words_of(client.post(address, {"answer": "no"}), 404)


def test_a_robot_meets_the_same_thanks_and_nothing_is_kept(client: Client, cast: Cast) -> None:
    assert ask(client, a_public_promise(cast), website="x")["Location"] == reverse("follow-sent")  # type: ignore[index]
    assert not Follower.objects.exists()


def test_an_address_is_not_flooded_and_no_answer_tells_who_follows(client: Client, cast: Cast) -> None:
    made = a_public_promise(cast)
    answers = {ask(client, made)["Location"] for _each in range(8)}  # type: ignore[index]
    run_waiting()
    assert (answers, Follower.objects.count()) == ({reverse("follow-sent")}, 1)
    assert 1 <= len(mail.outbox) < 8


def test_what_is_not_public_cannot_be_followed(client: Client, cast: Cast) -> None:
    address = reverse("follow-commitment", kwargs={"slug": a_promise(cast).slug})
    assert client.get(address).status_code == 404


def test_thanks_are_the_same_for_all(client: Client, cast: Cast) -> None:
    assert "Look at your mail" in words_of(client.get(reverse("follow-sent")))
    assert "Thank you" in words_of(client.get(reverse("follow-done")))
