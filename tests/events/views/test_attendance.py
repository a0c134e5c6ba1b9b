"""At the desk: one person after another, picked or new, with who brought them; and a slip taken off."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import gathering, queries_of, signed_in, somebody, words_of

DESK = {"HX-Request": "true", "HX-Target": "attendance-desk"}


@pytest.fixture
def event(cast: Cast) -> Event:
    """Yesterday's meeting."""
    return gathering(cast, starts_at=timezone.now() - timedelta(days=1))


def of(event: Event) -> str:
    return reverse("attendance", kwargs={"uid": event.uid})


def picked(person: Person, field: str = "person") -> dict[str, str]:
    return {field: person.name, f"{field}-chosen": str(person.uid)}


def test_somebody_is_recorded_and_the_form_is_ready_for_the_next(cast: Cast, event: Event) -> None:
    amal, bethan, client = somebody(cast), cast.person("leader"), signed_in(cast, "organiser")
    response = client.post(of(event), picked(amal) | picked(bethan, "brought_by") | {"state": "came"})
    assert response["Location"] == of(event)

    attendance = Attendance.objects.get()
    assert (attendance.person, attendance.state, attendance.brought_by) == (amal, "came", bethan)
    text = words_of(client.get(of(event)))
    assert ("Amal Yusuf: came. Who is next?" in text, 'name="person" ' in text) == (True, True)


def test_htmx_gets_the_desk_back_with_a_fresh_form(cast: Cast, event: Event) -> None:
    client = signed_in(cast, "organiser")
    response = client.post(of(event), picked(somebody(cast)) | {"state": "came"}, headers=DESK)
    text = words_of(response)
    assert text.startswith('<div id="attendance-desk"')
    assert ('hx-swap-oob="true"' in text, "autofocus" in text, 'name="person" value=""' in text) == (True, True, True)


def test_a_walk_in_is_recorded_in_the_same_form(cast: Cast, event: Event) -> None:
    new = {"person": "Kit Okafor", "person-chosen": "new", "person-phone": "07700 900321", "state": "came"}
    signed_in(cast, "leader").post(of(event), new)
    attendance = Attendance.objects.get()
    assert (attendance.person.name, attendance.state) == ("Kit Okafor", "walk_in")


def test_a_walk_in_kept_safe_is_on_no_list(cast: Cast, event: Event) -> None:
    new = {"person": "Kit Okafor", "person-chosen": "new", "person-keep-safe": "on", "state": "came"}
    client = signed_in(cast, "organiser")
    client.post(of(event), new)
    client.get(of(event))  # says the name back once
    page = reverse("event", kwargs={"uid": event.uid})
    assert "Okafor" not in words_of(signed_in(cast, "national_organiser").get(page))


def test_a_name_alone_asks_which_of_them_and_keeps_what_was_typed(cast: Cast, event: Event) -> None:
    somebody(cast)
    asked = {"person": "Amal", "state": "did_not_come", "brought_by": "Beth"}
    response = signed_in(cast, "organiser").post(of(event), asked)
    text = words_of(response, 422)
    assert ("Which of them?" in text, 'value="Beth"' in text, "Amal Yusuf" in text) == (True, True, True)
    assert response.context["form"]["state"].value() == "did_not_come"


def test_nobody_brings_themselves_says_the_form(cast: Cast, event: Event) -> None:
    amal = somebody(cast)
    response = signed_in(cast, "organiser").post(
        of(event), picked(amal) | picked(amal, "brought_by") | {"state": "came"}
    )
    assert response.context["form"].errors["brought_by"] == ["Nobody brings themselves."]


def test_of_what_is_ahead_one_asks_who_says_yes(cast: Cast) -> None:
    ahead = gathering(cast, starts_at=timezone.now() + timedelta(days=2))
    client = signed_in(cast, "organiser")
    response = client.get(of(ahead))
    assert [value for value, _label in response.context["form"].fields["state"].choices] == [
        "yes",
        "asked",
        "maybe",
        "no",
    ]
    assert "Who is coming?" in words_of(response)
    assert client.post(of(ahead), picked(somebody(cast)) | {"state": "came"}).status_code == 422


def test_the_desk_takes_the_same_queries_for_one_and_three(cast: Cast, event: Event) -> None:
    record_attendance(event=event, person=somebody(cast), by=cast.organiser)
    client = signed_in(cast, "organiser")
    one = queries_of(client, of(event))
    for name in ("Bob Hughes", "Cai Davies"):
        record_attendance(event=event, person=somebody(cast, name), by=cast.organiser)
    assert queries_of(client, of(event)) == one <= 9


def test_a_leader_sees_at_the_desk_only_whom_they_brought(cast: Cast, event: Event) -> None:
    record_attendance(event=event, person=somebody(cast, "Bob Hughes"), by=cast.organiser)
    record_attendance(event=event, person=somebody(cast), brought_by=cast.person("leader"), by=cast.organiser)
    text = words_of(signed_in(cast, "leader").get(of(event)))
    assert ("Amal Yusuf" in text, "Bob Hughes" in text) == (True, False)


@pytest.mark.parametrize(("persona", "status"), [("member", 403), ("editor", 403), ("leader_elsewhere", 404)])
def test_others_do_not_reach_the_desk(cast: Cast, event: Event, persona: str, status: int) -> None:
    assert signed_in(cast, persona).get(of(event)).status_code == status


def test_a_leader_elsewhere_records_nobody_at_a_public_event(cast: Cast) -> None:
    event = gathering(cast, starts_at=timezone.now() - timedelta(days=1), visibility="public")
    olu = cast.person("leader_elsewhere")
    response = signed_in(cast, "leader_elsewhere").post(of(event), picked(olu) | {"state": "came"})
    assert "do not have the right" in words_of(response, 422)


def test_a_slip_is_taken_off(cast: Cast, event: Event) -> None:
    attendance = record_attendance(event=event, person=somebody(cast), by=cast.organiser)
    address = reverse("remove-attendance", kwargs={"uid": attendance.uid})
    assert signed_in(cast, "leader").post(address).status_code == 404
    assert signed_in(cast, "organiser").get(address).status_code == 405
    signed_in(cast, "organiser").post(address)
    assert Attendance.objects.count() == 0
