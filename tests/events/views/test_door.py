"""A steward's page: found by two letters, tapped in, taken back, somebody new; and nothing of who is kept safe."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from m4c.core.models.record import new_uid
from m4c.events.models import Arrival, Attendance
from m4c.events.operations.attendance import record_attendance
from tests.events.taps import listed
from tests.factories import gathering, queries_of, signed_in, words_of


@pytest.fixture
def event(cast):
    return gathering(cast, starts_at=timezone.now() + timedelta(minutes=5))


@pytest.fixture
def client(cast):
    return signed_in(cast, "leader")


def address(event, name="door", **more):
    return reverse(name, kwargs={"uid": event.uid, **more})


def form(row, **more):
    return {"uid": str(new_uid()), "attendance": str(getattr(row, "uid", row)), **more}


def test_two_letters_find_who_is_on_the_list(cast, event, client):
    listed(cast, event, "Amal Yusuf")
    listed(cast, event, "Kofi Owusu")

    page = words_of(client.get(address(event), {"q": "yu"}))

    assert ("Amal Yusuf" in page, "Kofi Owusu" in page) == (True, False)


def test_who_is_kept_safe_is_not_on_it_even_for_her_own_contact(cast, event, client):
    record_attendance(event=event, person=cast.person("protected_member"), state="yes", by=cast.operator)

    page = words_of(client.get(address(event)))
    told = client.get(address(event, "door-list")).json()

    assert ("Hana" in page, told["people"]) == (False, [])
    assert client.get(address(event, "door-total")).json()["expected"] == 0


def test_the_page_that_a_device_keeps_names_nobody(cast, event, client):
    listed(cast, event)

    assert "Amal" not in words_of(client.get(address(event), {"shell": ""}))


@pytest.mark.parametrize("days", [-2, 2])
def test_the_list_is_shown_round_its_event_only(cast, client, days):
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=days))
    listed(cast, event)

    page = words_of(client.get(address(event)))

    assert ("Amal" in page, client.get(address(event, "door-list")).json()["people"]) == (False, [])
    assert client.get(address(event, "door-total")).status_code == 404


def test_a_tap_lets_somebody_in_by_the_door_that_is_named(cast, event, client):
    row = listed(cast, event)

    answer = client.post(address(event, "door-tap"), form(row, door="Side"), follow=True)

    assert "Amal Yusuf is in." in words_of(answer)
    assert answer.redirect_chain == [(address(event) + "?door=Side", 302)]
    assert Arrival.objects.get().door == "Side"


def test_whoever_lets_somebody_in_sees_them_counted_at_once(cast, event, client):
    row = listed(cast, event)
    counts = [client.get(address(event, "door-total")).json()["came"]]
    client.post(address(event, "door-tap"), form(row))
    counts.append(client.get(address(event, "door-total")).json()["came"])
    client.post(address(event, "door-back"), form(row))
    counts.append(client.get(address(event, "door-total")).json()["came"])
    client.post(address(event, "door-walk-in"), form(new_uid(), name="Mair Pugh"))
    assert [*counts, client.get(address(event, "door-total")).json()["came"]] == [0, 1, 0, 1]


def test_a_form_sent_twice_is_one_tap(cast, event, client):
    sent = form(listed(cast, event))
    for _twice in range(2):
        client.post(address(event, "door-tap"), sent)
    assert Arrival.objects.count() == 1


def test_a_second_tap_says_that_somebody_was_first(cast, event, client):
    row = listed(cast, event)
    client.post(address(event, "door-tap"), form(row))
    assert "was in already" in words_of(client.post(address(event, "door-tap"), form(row), follow=True))


def test_a_slip_is_taken_back(cast, event, client):
    row = listed(cast, event)
    client.post(address(event, "door-tap"), form(row))

    client.post(address(event, "door-back"), form(row))

    row.refresh_from_db()
    assert row.state == Attendance.State.YES


def test_what_is_not_on_the_list_is_refused_in_a_sentence(cast, event, client):
    page = words_of(client.post(address(event, "door-tap"), form(new_uid()), follow=True))
    assert "That record cannot be written." in page


def test_somebody_new_is_let_in_with_who_brought_them(cast, event, client):
    bringer = listed(cast, event)
    client.post(address(event, "door-walk-in"), form(new_uid(), name="Mair Pugh", brought_by="amal"))
    row = Attendance.objects.get(person__family_name="Pugh")
    assert (row.state, row.brought_by_id) == ("walk_in", bringer.person_id)


@pytest.mark.parametrize(("brought_by", "sentence"), [("yus", "Several are called that"), ("zz", "Nobody is called")])
def test_who_brought_them_must_be_clear(cast, event, client, brought_by, sentence):
    listed(cast, event, "Amal Yusuf")
    listed(cast, event, "Badr Yusuf")
    sent = form(new_uid(), name="Mair Pugh", brought_by=brought_by)
    assert sentence in words_of(client.post(address(event, "door-walk-in"), sent), 422)


def test_the_form_of_somebody_new_brings_along_what_was_typed(event, client):
    assert 'value="Mair"' in words_of(client.get(address(event, "door-walk-in"), {"q": "Mair"}))


def test_namesakes_are_told_apart_by_who_brought_them(cast, event, client):
    bringer = listed(cast, event, "Kofi Owusu").person
    listed(cast, event, "Amal Yusuf", brought_by=bringer)
    listed(cast, event, "Amal Yusuf")
    assert "with Kofi Owusu" in words_of(client.get(address(event), {"q": "amal"}))


def test_an_entry_has_one_large_button(cast, event, client):
    row = listed(cast, event)
    page = words_of(client.get(address(event, "door-entry", place=row.uid)))
    assert ("Amal Yusuf" in page, page.count("Let in</button>")) == (True, 1)


def test_the_entry_of_somebody_kept_safe_is_not_there(cast, event, client):
    row = record_attendance(event=event, person=cast.person("protected_member"), state="yes", by=cast.operator)
    for name in ("door-entry", "door-show-code"):
        assert client.get(address(event, name, place=row.uid)).status_code == 404


def test_a_page_takes_as_many_statements_for_many_as_for_few(cast, event, client):
    listed(cast, event)
    client.get(address(event))
    few = queries_of(client, address(event))
    for letter in "abc":
        listed(cast, event, f"Amal Owusu{letter}")
    assert queries_of(client, address(event)) == few


def test_a_door_elsewhere_is_not_there(cast, event):
    assert signed_in(cast, "leader_elsewhere").get(address(event)).status_code == 404
