"""Join, write and complain, from the page to the record."""

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
from m4c.people.models import Complaint, ContactMessage, Person, SignUp, Welcome
from m4c.website.forms import ComplaintForm, ContactForm, JoinForm
from m4c.website.public_forms import PublicForm
from tests.cast import Cast

NEST = {
    "given_name": "Nest",
    "family_name": "Abara",
    "email": "Nest.Abara@example.org",
    "postcode": "cf101ep",
    "phone": "07700 900155",
    "agreed": ["email", "phone"],
}


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


def sent(client: Client, form: type[PublicForm], typed: dict[str, Any], prefix: str = "") -> Any:
    """The answer to a form that was shown a minute ago."""
    return client.post(f"{prefix}{reverse(form.name)}", {**typed, "stamp": stamped(form)})


def stamped(form: type[PublicForm]) -> str:
    """The stamp of a form that was shown a minute ago."""
    then = timezone.now() - timedelta(minutes=1)
    with patch("m4c.website.public_forms.timezone.now", lambda: then):
        return form().fresh_stamp


def link() -> str:
    """The address in the letter that has just been sent."""
    run_waiting()
    return next(word for word in mail.outbox[-1].body.split() if "/join/" in word).partition("8000")[2]


def test_joining_from_the_form_to_the_welcome(client: Client, cast: Cast) -> None:
    assert sent(client, JoinForm, NEST).url == reverse("join-sent")
    address = link()
    looked_at = client.get(address)

    assert (looked_at.status_code, Person.objects.filter(given_name="Nest").exists()) == (200, False)
    assert client.post(address)["Location"] == reverse("joined")
    welcome = Welcome.objects.get()
    assert (welcome.person.name, welcome.group) == ("Nest Abara", cast.cardiff)
    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


def test_no_word_that_a_stranger_typed_is_sent_to_an_address_that_they_typed(client: Client) -> None:
    advert = "Buy at https://shop.example"
    sent(client, JoinForm, {**NEST, "given_name": advert, "family_name": advert})
    complaint = {"kind": "data", "your_name": advert, "email": "else@example.org", "words": advert}
    sent(client, ComplaintForm, complaint)
    run_waiting()

    assert {"nest.abara@example.org", "else@example.org"} <= {to for letter in mail.outbox for to in letter.to}
    assert [letter for letter in mail.outbox if "shop.example" in f"{letter.subject}{letter.body}"] == []


def test_another_site_cannot_press_the_button(client: Client) -> None:
    sent(client, JoinForm, NEST)
    answer = client.post(link(), headers={"Origin": "https://elsewhere.example"})

    assert (answer.status_code, Welcome.objects.count()) == (200, 0)


def test_in_welsh_the_wording_and_the_letter_are_welsh(client: Client) -> None:
    sent(client, JoinForm, NEST, prefix="/cy")
    sign_up = SignUp.objects.get()

    assert (sign_up.language, sorted(sign_up.agreed)) == ("cy", ["email", "phone"])
    assert link().startswith("/cy/join/")


def test_calls_are_agreed_to_with_a_number_only(client: Client) -> None:
    answer = sent(client, JoinForm, {**NEST, "phone": ""})

    assert (answer.status_code, SignUp.objects.count()) == (422, 0)


def test_one_address_is_sent_three_letters_a_day_whoever_asks(client: Client) -> None:
    thanks = {sent(client, JoinForm, NEST).url for _each in range(5)}

    assert (thanks, SignUp.objects.count()) == ({reverse("join-sent")}, 3)


def test_writing_to_a_place(client: Client, cast: Cast) -> None:
    typed = {"your_name": "Ebo Iwu", "email": "ebo@example.org", "postcode": "CF10 1EP", "words": "Hello"}
    sent(client, ContactForm, typed)

    assert ContactMessage.objects.get().group == cast.cardiff


def test_starting_a_group_begins_the_message(client: Client) -> None:
    assert "I would like to help start one." in client.get(f"{reverse('contact')}?about=start").content.decode()


def test_complaining(client: Client) -> None:
    typed = {"your_name": "Ebo Iwu", "email": "ebo@example.org", "kind": "data", "words": "You rang me."}
    answer = sent(client, ComplaintForm, typed)

    assert (answer.url, Complaint.objects.get().kind) == (reverse("complaint-sent"), "data")


def test_a_complaint_is_always_kept_and_its_letters_count_with_those_of_sign_ups(client: Client) -> None:
    typed = {"your_name": "Ebo Iwu", "email": NEST["email"], "kind": "data", "words": "You rang me."}
    sent(client, JoinForm, NEST)
    for _each in range(4):
        sent(client, ComplaintForm, typed)
    run_waiting()

    to_them = [letter for letter in mail.outbox if "nest.abara@example.org" in letter.to]
    assert (Complaint.objects.count(), len(to_them)) == (4, 3)


@pytest.mark.parametrize("name", ["join-sent", "joined", "contact-sent", "complaint-sent"])
def test_thanks_are_found_by_nobody(client: Client, name: str) -> None:
    assert 'content="noindex"' in client.get(reverse(name)).content.decode()
