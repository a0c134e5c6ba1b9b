"""The safeguarding lead's review of those kept safe: behind a second factor, without names, each look logged."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import Person, ProtectedLook, Protection
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


@pytest.fixture
def lead(cast: Cast, sign_in: SignIn) -> Client:
    """The safeguarding lead, with her second factor."""
    return sign_in(cast.safeguarding, second_factor=True)


def test_review_asks_for_a_second_factor(cast: Cast, protection: Protection, sign_in: SignIn) -> None:
    response = sign_in(cast.safeguarding).get(reverse("kept-safe"))

    assert response["Location"].startswith(reverse("second-factor"))


@pytest.mark.parametrize("persona", ["organiser", "national_organiser", "data_protection", "admin", "leader"])
def test_review_is_the_safeguarding_leads(
    cast: Cast, amal: Person, protection: Protection, sign_in: SignIn, persona: str
) -> None:
    client = sign_in(getattr(cast, persona), second_factor=True)
    assert client.get(reverse("kept-safe")).status_code == 403
    for name in ("confirm-protection", "lift-protection", "set-safe-contact"):
        assert client.post(page_of(amal, name)).status_code == 403


def test_review_puts_the_overdue_on_top_and_names_nobody(
    cast: Cast, amal: Person, protection: Protection, lead: Client
) -> None:
    response = lead.get(reverse("kept-safe"))
    waiting = [(row.person, is_overdue) for row, is_overdue, _by in response.context["waiting"]]
    body = response.content.decode()

    assert waiting == [(cast.person("protected_member"), True), (amal, False)]
    assert [words in body for words in ("Overdue for", "Amal", "Hana")] == [True, False, False]
    assert ProtectedLook.objects.count() == 0


def test_record_opens_by_exact_number_and_is_logged(
    cast: Cast, amal: Person, protection: Protection, lead: Client
) -> None:
    response = lead.get(reverse("kept-safe"), {"uid": str(amal.uid)}, follow=True)
    body = response.content.decode()

    assert response.redirect_chain == [(page_of(amal, "kept-safe-record"), 302)]
    assert "Amal Yusuf" in body
    assert body.index("before you get in touch") < body.index("07700 900101")
    assert list(ProtectedLook.objects.values_list("by", "door")) == [(cast.safeguarding.pk, "kept-safe-record")]


def test_record_is_not_there_for_somebody_who_is_not_kept_safe(cast: Cast, amal: Person, lead: Client) -> None:
    assert lead.get(page_of(amal, "kept-safe-record")).status_code == 404


def test_confirm_and_lift(cast: Cast, amal: Person, protection: Protection, lead: Client) -> None:
    lead.post(page_of(amal, "confirm-protection"))
    protection.refresh_from_db()
    confirmed_by = protection.confirmed_by
    listed = lead.get(reverse("kept-safe")).context
    lead.post(page_of(amal, "lift-protection"))
    protection.refresh_from_db()

    assert (confirmed_by, list(listed["confirmed"])) == (cast.safeguarding, [protection])
    assert protection.lifted_by == cast.safeguarding
    assert lead.get(reverse("kept-safe")).context["lifted"] == [(protection, "Siân Prosser")]


def test_contact_is_chosen_among_those_who_lead_there(
    cast: Cast, amal: Person, protection: Protection, lead: Client
) -> None:
    form = lead.get(page_of(amal, "kept-safe-record")).context["form"]
    organiser = cast.person("organiser")
    typed = {"contact": str(organiser.uid), "safe_contact_note": "Text only", "safe_email": "hers@example.org"}
    lead.post(page_of(amal, "set-safe-contact"), typed)
    protection.refresh_from_db()

    assert set(form.fields["contact"].queryset) == {
        cast.person(name) for name in ("leader", "organiser", "national_organiser")
    }
    assert (protection.contact, protection.safe_contact_note) == (organiser, "Text only")
    assert protection.safe_email == "hers@example.org"


def test_pages_take_the_same_queries_for_one_and_three(
    cast: Cast, add: Callable[..., Person], lead: Client, now: datetime, django_assert_max_num_queries
) -> None:
    for number in range(3):
        keep_safe(person=add(f"Person{number}", cast.cardiff), by=cast.leader, at=now)
        with django_assert_max_num_queries(11):
            lead.get(reverse("kept-safe"))
