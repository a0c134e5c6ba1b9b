"""Adding and changing a person's record on a page."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.people.models import Engagement, Membership, Person, Protection
from tests.cast import Cast

SignIn = Callable[..., Client]
ADD = reverse("add-person")
AMAL = {"given_name": "Amal", "family_name": "Yusuf", "phone": "07700 900101", "group": "cardiff"}


def page_of(person: Person, name: str) -> str:
    return reverse(name, kwargs={"uid": person.uid})


# Adding


def test_add_keeps_a_record_and_shows_it_to_who_met_them(cast: Cast, sign_in: SignIn) -> None:
    more = {"email": "amal@example.org", "postcode": "cf30ef", "source": "Stall"}
    response = sign_in(cast.leader).post(ADD, AMAL | more, follow=True)
    person = Person.objects.get(given_name="Amal")

    assert response.status_code == 200
    assert "Amal Yusuf is on your list now." in response.content.decode()
    assert ([str(phone.number) for phone in person.phones.all()], str(person.address)) == (["+447700900101"], "CF3 0EF")
    assert (person.met_by, person.met_on) == (cast.person("leader"), timezone.localdate())
    assert Membership.objects.get(person=person).group == cast.cardiff
    assert Engagement.objects.filter(person=person, kind="met").count() == 1


def test_add_begins_with_ones_own_group(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.leader)

    assert client.get(ADD).context["form"]["group"].value() == "cardiff"
    assert client.get(ADD, {"group": "st-mellons"}).context["form"]["group"].value() == "st-mellons"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"given_name": "", "family_name": ""}, "given_name"),
        ({"phone": "12"}, "phone"),
        ({"email": "amal at example"}, "email"),
        ({"postcode": "nonsense"}, "postcode"),
        ({"group": "manchester"}, "group"),
    ],
)
def test_add_refuses_and_keeps_the_words(cast: Cast, sign_in: SignIn, changes: dict[str, str], field: str) -> None:
    response = sign_in(cast.leader).post(ADD, AMAL | {"source": "Stall at the shops"} | changes)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert "Stall at the shops" in response.content.decode()
    assert not Person.objects.filter(source="Stall at the shops").exists()


@pytest.mark.parametrize("same", [{"phone": "+44 7700 900101"}, {"phone": "", "email": "Amal.Yusuf@example.org"}])
def test_add_shows_who_is_alike_before_saving(cast: Cast, amal: Person, sign_in: SignIn, same: dict[str, str]) -> None:
    client = sign_in(cast.leader)
    typed = AMAL | {"given_name": "Amina"} | same
    asked = client.post(ADD, typed)
    before = Person.objects.filter(given_name="Amina").count()
    client.post(ADD, typed | {"another": "1"})

    assert (asked.status_code, asked.context["alike"], before) == (422, [amal], 0)
    assert Person.objects.filter(given_name="Amina").count() == 1


def test_add_tells_nothing_of_people_one_may_not_see(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    typed = AMAL | {"given_name": "Amina", "group": "manchester"}

    assert sign_in(cast.organiser_elsewhere).post(ADD, typed).status_code == 302


def test_add_and_keep_safe_at_once(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in(cast.leader).post(ADD, AMAL | {"keep_safe": "on"}, follow=True)
    protection = Protection.objects.get(person__given_name="Amal")

    assert response.status_code == 200
    assert (protection.placed_by, protection.contact) == (cast.leader, cast.person("leader"))
    assert not Person.objects.visible_to(cast.organiser).filter(given_name="Amal").exists()


# Changing


def test_edit_changes_names(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    typed = {"given_name": "Amal", "family_name": "O'Dowd", "known_as": "Ami", "language": "cy", "met_on": "2026-08-01"}
    sign_in(cast.organiser).post(page_of(amal, "edit-person"), typed)
    amal.refresh_from_db()

    assert (amal.name, amal.language, amal.met_on) == ("Ami O'Dowd", "cy", date(2026, 8, 1))


def test_edit_refuses_no_name_and_keeps_the_words(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    response = sign_in(cast.organiser).post(page_of(amal, "edit-person"), {"language": "en", "source": "Stall"})

    assert response.status_code == 422
    assert "Give a name" in response.content.decode()
    assert "Stall" in response.content.decode()


def test_reach_replaces_phones_and_emails(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    typed = {"phones": "029 2090 0102\n07700 900101", "emails": "new@example.org"}
    sign_in(cast.organiser).post(page_of(amal, "set-contact-details"), typed)

    assert [phone.number for phone in amal.phones.all()] == ["+442920900102", "+447700900101"]
    assert [email.address for email in amal.emails.all()] == ["new@example.org"]


def test_reach_refuses_what_is_no_phone(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    response = sign_in(cast.organiser).post(page_of(amal, "set-contact-details"), {"phones": "12\n07700 900101"})

    assert (response.status_code, amal.phones.count()) == (422, 1)


def test_address_is_set(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    sign_in(cast.organiser).post(page_of(amal, "set-address"), {"lines": "12 Heol Maes Eirwg", "postcode": "CF3 0EF"})
    amal.refresh_from_db()

    assert str(amal.address) == "12 Heol Maes Eirwg, CF3 0EF"


@pytest.mark.parametrize(("what", "field"), [("died", "died_on"), ("moved_away", "moved_away_on")])
def test_contact_stops_and_resumes(cast: Cast, amal: Person, sign_in: SignIn, what: str, field: str) -> None:
    client = sign_in(cast.organiser)
    client.post(page_of(amal, "stop-contact"), {"what": what, "on": "2026-10-01"})
    amal.refresh_from_db()
    stopped = getattr(amal, field)
    client.post(page_of(amal, "resume-contact"))
    amal.refresh_from_db()

    assert (stopped, getattr(amal, field)) == (date(2026, 10, 1), None)


def test_contact_does_not_stop_on_a_day_to_come(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = sign_in(cast.organiser).post(page_of(amal, "stop-contact"), {"what": "died", "on": tomorrow})
    amal.refresh_from_db()

    assert (response.status_code, amal.died_on) == (422, None)


# Belonging


def test_join_and_leave(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser)
    joined = {"group": "st-mellons", "role": "member", "on": "2026-10-01"}
    client.post(page_of(amal, "join-group"), joined)
    membership = Membership.objects.get(person=amal, group=cast.st_mellons)
    page = reverse("leave-group", kwargs={"uid": membership.uid})
    refused = client.post(page, {"on": "2026-09-01"})
    client.post(page, {"on": "2026-10-04"})
    membership.refresh_from_db()

    assert (membership.role, membership.started_on) == ("member", date(2026, 10, 1))
    assert (refused.status_code, membership.ended_on) == (422, date(2026, 10, 4))


def test_leave_is_not_there_for_a_membership_unseen(cast: Cast, amal: Person, sign_in: SignIn) -> None:
    page = reverse("leave-group", kwargs={"uid": Membership.objects.get(person=amal).uid})

    assert sign_in(cast.organiser_elsewhere).post(page, {"on": "2026-10-04"}).status_code == 404
