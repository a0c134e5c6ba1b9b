"""The guard of the public forms: a person gets through, a robot gets thanks and leaves nothing."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from m4c.events.models import Event
from m4c.people.models import ContactMessage
from m4c.website.forms import ContactForm, JoinForm
from m4c.website.public_forms import PublicForm
from m4c.website.reply_forms import ReplyForm
from tests.cast import Cast
from tests.factories import gathering

TYPED = {"your_name": "Ebo Iwu", "email": "ebo.iwu@example.org", "words": "Hello"}
THANKS = "/contact/sent/"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """No attempt has been made yet."""
    cache.clear()


def stamp(age: timedelta, form: type[PublicForm] = ContactForm) -> str:
    """A stamp of a form that was shown so long ago."""
    then = timezone.now() - age
    with patch("m4c.website.public_forms.timezone.now", lambda: then):
        return form().fresh_stamp


def sent(client: Client, **more: Any) -> Any:
    """The answer to the contact form."""
    headers = more.pop("headers", None)
    return client.post(reverse("contact"), TYPED | more, headers=headers)


@pytest.fixture
def good(cast: Cast) -> str:
    """The stamp of a form that somebody filled in within a minute."""
    return stamp(timedelta(minutes=1))


def test_a_person_gets_through_without_a_cookie(client: Client, good: str) -> None:
    shown = client.get(reverse("contact"))
    answer = sent(client, stamp=good, headers={"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"})

    assert (answer.url, ContactMessage.objects.get().words) == (THANKS, "Hello")
    assert (dict(shown.cookies), dict(answer.cookies)) == ({}, {})
    assert "no-store" in shown["Cache-Control"]


def test_the_version_of_the_notice_that_was_shown_is_kept(client: Client, good: str) -> None:
    sent(client, stamp=good)

    assert ContactMessage.objects.get().notice.number == 1


@pytest.mark.parametrize(
    "more",
    [
        {"website": "https://buy.example"},
        {"stamp": "made-up"},
        {"stamp": ""},
        {"headers": {"Sec-Fetch-Site": "cross-site"}},
        {"headers": {"Origin": "https://elsewhere.example"}},
        {"headers": {"Origin": "null"}},
    ],
    ids=["honeypot", "forged stamp", "no stamp", "another site", "another origin", "hidden origin"],
)
def test_a_robot_gets_the_same_thanks_and_leaves_nothing(client: Client, good: str, more: dict[str, Any]) -> None:
    answer = sent(client, **{"stamp": good, **more})

    assert (answer.status_code, answer.url, ContactMessage.objects.count()) == (302, THANKS, 0)


def test_what_is_sent_within_two_seconds_or_by_another_forms_stamp_is_a_robots(client: Client, cast: Cast) -> None:
    quick = stamp(timedelta(seconds=1))
    other = stamp(timedelta(minutes=1), JoinForm)

    assert [sent(client, stamp=each).url for each in (quick, other)] == [THANKS, THANKS]
    assert ContactMessage.objects.count() == 0


def test_a_page_left_open_for_long_gives_the_words_back(client: Client, cast: Cast) -> None:
    answer = sent(client, stamp=stamp(timedelta(days=2)))

    assert (answer.status_code, ContactMessage.objects.count()) == (422, 0)
    assert "Nothing is lost" in answer.content.decode()
    assert "Ebo Iwu" in answer.content.decode()


def test_too_much_from_one_machine_gives_the_words_back(client: Client, good: str) -> None:
    answers = [sent(client, stamp=good) for _each in range(11)]

    assert (ContactMessage.objects.count(), answers[-1].status_code) == (10, 429)
    assert "Ebo Iwu" in answers[-1].content.decode()


def test_behind_a_proxy_each_visitor_is_a_machine(client: Client, good: str, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    codes = [
        sent(client, stamp=good, headers={"X-Forwarded-For": f"192.0.2.{number}"}).status_code for number in range(12)
    ]

    assert set(codes) == {302}


def test_a_form_with_a_mistake_comes_back(client: Client, good: str) -> None:
    answer = sent(client, stamp=good, email="ebo")

    assert (answer.status_code, ContactMessage.objects.count()) == (422, 0)


@pytest.mark.parametrize("name", ["join", "contact", "complain"])
def test_each_form_has_the_guard(client: Client, cast: Cast, name: str) -> None:
    page = client.get(reverse(name)).content.decode()

    assert all(part in page for part in ('name="stamp"', 'name="website"', reverse("privacy-notice")))
    assert "csrfmiddlewaretoken" not in page
    assert "<c-" not in page


def test_a_form_leaves_the_fields_that_all_forms_share_as_they_are(client: Client, cast: Cast) -> None:
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=7), visibility=Event.Visibility.PUBLIC)
    address = reverse("public-reply", kwargs={"uid": event.uid})
    before = as_they_are(ReplyForm)
    for path in (address, f"/cy{address}"):
        client.get(path)
        assert client.post(path, {"stamp": stamp(timedelta(minutes=1), ReplyForm), "guests": "x"}).status_code == 422
    assert as_they_are(ReplyForm) == before


def as_they_are(form: type[PublicForm]) -> dict[str, Any]:
    """The fields of a form, and their widgets, with all that they hold."""
    fields = form.base_fields.items()
    return {name: (repr(vars(field)), repr(vars(field.widget)), list(field.widget.attrs)) for name, field in fields}
