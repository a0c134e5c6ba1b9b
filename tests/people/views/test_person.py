"""A person's page: what it shows, and to whom."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.permissions import SIGNED_IN
from m4c.people.models import Note, Person, ProtectedLook
from m4c.people.operations.consent import record_consent
from m4c.people.operations.note import write_note
from m4c.people.operations.person_contact import name_contact
from m4c.people.operations.protection import keep_safe
from m4c.people.permissions import SEE_PROTECTED
from tests.cast import Cast

SignIn = Callable[..., Client]


def page_of(person: Person, name: str = "person") -> str:
    return reverse(name, kwargs={"uid": person.uid})


# The page


def test_page_shows_what_matters(cast: Cast, amal: Person, sign_in: SignIn, now: datetime) -> None:
    said = {"channel": "email", "purpose": "news", "state": "given", "wording": "Yes, write", "source": "the stall"}
    record_consent(person=amal, at=now, by=cast.leader, **said)
    write_note(person=amal, group=cast.cardiff, tier=Note.Tier.GROUP, at=now, about_them="Canal lamps", by=cast.leader)
    response = sign_in(cast.organiser).get(page_of(amal))
    body = response.content.decode()

    for words in (
        "Amal Yusuf",
        "07700 900101",
        "Agreed on 5 October 2026",
        "Canal lamps",
        "First met by Bethan Griffiths",
    ):
        assert words in body
    assert "<c-" not in body
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_page_offers_only_what_one_may_do(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    offered = {}
    for persona in ("leader", "organiser", "data_protection"):
        body = sign_in(getattr(cast, persona)).get(page_of(amal)).content.decode()
        routes = ("edit-person", "record-consent", "write-note", "keep-safe")
        offered[persona] = {name for name in routes if page_of(amal, name) in body}

    assert offered == {
        "leader": {"record-consent", "write-note", "keep-safe"},
        "organiser": {"edit-person", "record-consent", "write-note", "keep-safe"},
        "data_protection": {"edit-person", "record-consent", "keep-safe"},
    }


@pytest.mark.parametrize("persona", ["organiser_elsewhere", "leader_elsewhere", "safeguarding"])
def test_page_is_not_there_for_those_who_do_not_see_them(
    cast: Cast, amal: Person, sign_in: SignIn, persona: str
) -> None:
    assert sign_in(getattr(cast, persona)).get(page_of(amal)).status_code == 404


@pytest.mark.parametrize("persona", ["member", "editor", "treasurer", "admin"])
def test_page_is_closed_to_those_who_see_nobody(cast: Cast, amal: Person, sign_in: SignIn, persona: str) -> None:
    assert sign_in(getattr(cast, persona)).get(page_of(amal)).status_code == 403


def test_page_draws_the_panels_of_other_apps(
    cast: Cast, amal: Person, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    panels = {
        "shown": Panel("A panel of theirs", "people/at_risk.html", lambda account, person: {}, SIGNED_IN, 1),
        "empty": Panel("Nothing to show", "people/at_risk.html", lambda account, person: None, SIGNED_IN, 2),
        "closed": Panel("Not for you", "people/at_risk.html", lambda account, person: {}, SEE_PROTECTED, 3),
    }
    monkeypatch.setattr(PERSON_PANELS, "_entries", panels)
    body = sign_in(cast.organiser).get(page_of(amal)).content.decode()

    assert [title in body for title in ("A panel of theirs", "Nothing to show", "Not for you")] == [True, False, False]


def test_page_shows_nobodys_private_note(cast: Cast, amal: Person, sign_in: SignIn, now: datetime) -> None:
    words: dict[str, Any] = {"about_them": "Between us", "tier": Note.Tier.PRIVATE, "at": now}
    write_note(person=amal, group=cast.cardiff, by=cast.leader, **words)

    assert "Between us" in sign_in(cast.leader).get(page_of(amal)).content.decode()
    for persona in ("organiser", "national_organiser", "data_protection"):
        assert "Between us" not in sign_in(getattr(cast, persona)).get(page_of(amal)).content.decode()


def test_page_says_who_stays_in_touch(cast: Cast, amal: Person, sign_in: SignIn, now: datetime) -> None:
    client = sign_in(cast.organiser)
    assert client.get(page_of(amal)).context["in_touch"] is None
    bethan, by = cast.person("leader"), cast.organiser
    name_contact(people=[amal], contact=bethan, group=cast.cardiff, on=now.date(), by=by)
    body = client.get(page_of(amal)).content.decode()
    assert body.index("Stays in touch") < body.index("Bethan Griffiths", body.index("Stays in touch"))


# Somebody kept safe


@pytest.fixture
def kept_safe(cast: Cast, amal: Person, now: datetime) -> Person:
    keep_safe(person=amal, by=cast.leader, at=now, safe_contact_note="Text only, from nine to three.")
    return amal


def test_each_look_of_her_contact_is_logged_by_door(cast: Cast, kept_safe: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)
    for name in ("person", "person", "write-note", "record-consent"):
        assert client.get(page_of(kept_safe, name)).status_code == 200

    found = ProtectedLook.objects.order_by("id").values_list("by", "door")
    assert list(found) == [(cast.leader.pk, name) for name in ("person", "person", "write-note", "record-consent")]


def test_the_safe_note_stands_above_every_way_to_reach_her(cast: Cast, kept_safe: Person, sign_in: SignIn) -> None:
    body = sign_in(cast.leader).get(page_of(kept_safe)).content.decode()

    assert body.index("Text only, from nine to three.") < body.index("07700 900101")


def test_by_exact_address_the_safeguarding_lead_is_led_to_her_record(
    cast: Cast, kept_safe: Person, sign_in: SignIn
) -> None:
    client = sign_in(cast.safeguarding, second_factor=True)
    response = client.get(page_of(kept_safe))

    assert (response.status_code, response["Location"]) == (302, page_of(kept_safe, "kept-safe-record"))
    assert kept_safe.name in client.get(response["Location"]).content.decode()
    assert list(ProtectedLook.objects.values_list("by", "door")) == [(cast.safeguarding.pk, "kept-safe-record")]


def test_she_sees_her_own_record_without_a_word_of_it(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.protected_member)
    body = client.get(reverse("own-record")).content.decode()

    assert "Hana" in body
    assert [words in body for words in ("ept safe", "Ring on Tuesdays")] == [False, False]
    assert ProtectedLook.objects.count() == 0
