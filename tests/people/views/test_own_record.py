"""What we hold about you: one's own record, for whoever is signed in."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from m4c.people.models import Account
from m4c.people.operations.consent import record_consent
from m4c.people.operations.note import write_note
from tests.cast import PERSONAS, Cast

SignIn = Callable[..., Client]
PAGE = reverse("own-record")


@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_reads_their_own(cast: Cast, sign_in: SignIn, persona: str) -> None:
    response = sign_in(getattr(cast, persona)).get(PAGE)

    assert response.context["person"] == cast.person(persona)
    assert "<c-" not in response.content.decode()


def test_it_shows_consent_and_no_notes(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    person = cast.person("member")
    said = {"channel": "text", "purpose": "news", "state": "refused", "source": "the stall"}
    record_consent(person=person, at=now, by=cast.organiser, **said)
    write_note(person=person, group=cast.cardiff, tier="group", at=now, about_them="Shy", by=cast.organiser)
    body = sign_in(cast.member).get(PAGE).content.decode()

    assert [words in body for words in ("Said no when asked", "the stall", "Shy")] == [True, True, False]


def test_an_account_of_nobody_is_told_so(cast: Cast, sign_in: SignIn) -> None:
    account = Account.objects.create(email="nobody@example.org")

    assert "belongs to no record" in sign_in(account).get(PAGE).content.decode()
