"""Keep safe on a page: the press, the slip, and how she is reached safely."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import Person, Protection
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast

SignIn = Callable[..., Client]


def page_of(person: Person, name: str) -> str:
    return reverse(name, kwargs={"uid": person.uid})


@pytest.fixture
def protection(cast: Cast, amal: Person) -> Protection:
    """Amal, kept safe an hour ago by the organiser; the leader keeps in touch."""
    at = timezone.now() - timedelta(hours=1)
    return keep_safe(person=amal, by=cast.organiser, at=at, contact=cast.person("leader"))


def test_one_press_hides_and_tells_what_comes_next(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    response = client.post(page_of(amal, "keep-safe"), {"safe_contact_note": "Text only"}, follow=True)
    body = response.content.decode()
    protection = Protection.objects.get(person=amal)

    assert (protection.safe_contact_note, protection.placed_by) == ("Text only", cast.leader)
    assert [words in body for words in ("you alone see them by name", "Take it back", amal.name)] == [True, True, False]


def test_whoever_pressed_without_being_her_contact_sees_no_name(
    cast: Cast, amal: Person, protection: Protection, sign_in: SignIn
) -> None:
    client = sign_in(cast.organiser)
    body = client.get(reverse("kept-safe-pressed", kwargs={"uid": protection.uid})).content.decode()

    assert "Bethan Griffiths keeps in touch" in body
    assert [words in body for words in (amal.name, str(amal.uid), "Take it back")] == [False, False, False]
    assert client.get(page_of(amal, "person")).status_code == 404


def test_slip_is_taken_back(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    client.post(page_of(amal, "keep-safe"))
    protection = Protection.objects.get(person=amal)
    client.post(reverse("take-back-slip", kwargs={"uid": protection.uid}))

    assert not Protection.objects.active().filter(person=amal).exists()


def test_slip_is_too_late_after_an_hour(cast: Cast, amal: Person, protection: Protection, sign_in: SignIn) -> None:
    page = reverse("take-back-slip", kwargs={"uid": protection.uid})
    body = sign_in(cast.organiser).post(page, follow=True).content.decode()

    assert "Only the safeguarding lead can lift this now." in body
    assert Protection.objects.active().filter(person=amal).exists()


def test_a_protection_of_others_is_not_there(cast: Cast, protection: Protection, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser_elsewhere)

    assert client.get(reverse("kept-safe-pressed", kwargs={"uid": protection.uid})).status_code == 404
    assert client.post(reverse("take-back-slip", kwargs={"uid": protection.uid})).status_code == 404


def test_her_contact_writes_how_she_is_reached_safely(
    cast: Cast, amal: Person, protection: Protection, sign_in: SignIn
) -> None:
    client = sign_in(cast.leader)
    client.post(page_of(amal, "safe-note"), {"safe_contact_note": "Say you are from the library"})

    assert "Say you are from the library" in client.get(page_of(amal, "person")).content.decode()
