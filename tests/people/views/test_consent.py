"""Recording on a page what somebody agreed or objected to."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import Address, Consent, Person
from m4c.people.operations.person import set_address
from tests.cast import Cast

SignIn = Callable[..., Client]
TYPED = {
    "state": "given",
    "channel": "email",
    "purpose": "news",
    "wording": "You may e-mail me",
    "source": "Said on the phone",
    "on": "2026-09-20",
}


@pytest.fixture
def page(amal: Person) -> str:
    return reverse("record-consent", kwargs={"uid": amal.uid})


def test_record_writes_what_was_said(cast: Cast, amal: Person, page: str, sign_in: SignIn) -> None:
    sign_in(cast.leader).post(page, TYPED)
    row = Consent.objects.get(person=amal)

    assert (row.state, row.wording, timezone.localtime(row.at).isoformat()) == (
        "given",
        "You may e-mail me",
        "2026-09-20T12:00:00+01:00",
    )


def test_record_of_today_is_of_now(cast: Cast, amal: Person, page: str, sign_in: SignIn) -> None:
    """An objection of this minute stops this minute's letter, not the one of noon."""
    sign_in(cast.leader).post(page, TYPED | {"state": "objected", "on": timezone.localdate().isoformat()})

    assert timezone.now() - Consent.objects.get(person=amal).at < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"wording": ""}, "wording"), ({"purpose": "all"}, "purpose"), ({"on": "2999-01-01"}, "on")],
)
def test_record_refuses_beside_the_field(
    cast: Cast, page: str, sign_in: SignIn, changes: dict[str, str], field: str
) -> None:
    response = sign_in(cast.leader).post(page, TYPED | changes)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_knock_again_takes_the_mark_off(cast: Cast, amal: Person, page: str, sign_in: SignIn) -> None:
    set_address(person=amal, lines="12 Heol Maes Eirwg", postcode="CF3 0EF", by=cast.organiser)
    client = sign_in(cast.leader)
    client.post(page, TYPED | {"state": "objected", "channel": "door"})
    lift = reverse("lift-do-not-knock", kwargs={"uid": amal.uid})
    refused = client.post(lift, follow=True).content.decode()
    client.post(page, TYPED | {"state": "taken_back", "channel": "door", "on": "2026-09-21"})
    client.post(lift)

    assert "still objects" in refused
    assert Address.objects.get(lines="12 Heol Maes Eirwg").do_not_knock_since is None
