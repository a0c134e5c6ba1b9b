"""What a steward's phone asks for and sends: the list, what waited, the total, and its worker."""

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from m4c.core.models.record import new_uid
from m4c.events.models import Arrival, Attendance
from tests.events.taps import listed
from tests.factories import gathering, signed_in


@pytest.fixture
def event(cast):
    cache.clear()
    return gathering(cast, starts_at=timezone.now() + timedelta(minutes=5))


@pytest.fixture
def client(cast):
    return signed_in(cast, "leader")


def address(event, part):
    return reverse(f"door-{part}", kwargs={"uid": event.uid})


def sent(row, **more):
    at = timezone.now().isoformat()
    return {"uid": str(new_uid()), "attendance": str(getattr(row, "uid", row)), "at": at, "door": "Main", **more}


def send(client, event, entries):
    return client.post(address(event, "arrivals"), json.dumps(entries), content_type="application/json")


def test_a_device_keeps_a_name_and_whether_they_are_in(cast, event, client):
    row = listed(cast, event)
    told = client.get(address(event, "list")).json()
    assert (told["people"], set(told)) == ([[str(row.uid), "Amal Yusuf", False, ""]], {"people", "guard", "shuts"})


def test_what_waited_goes_at_once_and_is_answered_one_by_one(cast, event, client):
    row, walked = listed(cast, event), str(new_uid())
    entries = [sent(row), sent(walked, name="Mair Pugh", brought_by=str(row.uid)), sent(new_uid()), {"uid": "x"}]

    answers = {answer["uid"]: answer for answer in send(client, event, entries).json()}

    said = [answers[entry["uid"]]["said"] for entry in entries]
    assert said == ["in", "in", "refused", "refused"]
    assert Attendance.objects.get(uid=walked).brought_by == row.person


def test_sent_again_it_is_one_and_answered_alike(cast, event, client):
    entries = [sent(listed(cast, event)), sent(new_uid(), name="Mair Pugh")]
    first, again = (send(client, event, entries).json() for _twice in range(2))
    assert (first, Arrival.objects.count()) == (again, 2)


def test_what_was_taken_back_while_waiting_is_back(cast, event, client):
    row = listed(cast, event)
    entries = [sent(row), sent(row, back=True, at=(timezone.now() + timedelta(seconds=1)).isoformat())]
    assert [answer["said"] for answer in send(client, event, entries).json()] == ["in", "back"]
    row.refresh_from_db()
    assert row.state == "yes"


@pytest.mark.parametrize("body", ["", "{}", "nothing"])
def test_what_is_no_list_is_a_mistake(event, client, body):
    answer = client.post(address(event, "arrivals"), body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "unread")


@pytest.mark.parametrize(
    "slip", [{"at": "2026-10-05T18:30:00"}, {"at": "noon"}, {"uid": "7"}, {"name": ""}, {"name": "x" * 201}]
)
def test_what_cannot_be_read_is_refused_by_itself(cast, event, client, slip):
    good = sent(listed(cast, event))
    answers = send(client, event, [good, sent(new_uid(), **slip)]).json()
    assert [answer["said"] for answer in answers] == ["in", "refused"]


def test_a_phone_that_cannot_be_read_keeps_nobody_out(event, client):
    assert send(client, event, [sent(new_uid(), name="Mair Pugh", phone="07")]).json()[0]["said"] == "in"


def test_more_than_five_hundred_are_refused_in_a_sentence(event, client):
    answer = send(client, event, [sent(new_uid(), name="Mair Pugh")] * 501)
    assert (answer.status_code, answer.json()["code"]) == (422, "too_many")


def test_a_guard_of_forms_is_asked_for(cast, event):
    strict = signed_in(cast, "leader")
    strict.handler.enforce_csrf_checks = True
    entries = [sent(listed(cast, event))]
    assert send(strict, event, entries).status_code == 403
    guard = strict.get(address(event, "list")).json()["guard"]
    headers = {"x-csrftoken": guard}
    body = json.dumps(entries)
    answer = strict.post(address(event, "arrivals"), body, content_type="application/json", headers=headers)
    assert answer.status_code == 200


def test_the_total_is_told_by_door_and_shared_by_all_phones(cast, event, client):
    row, other = listed(cast, event), listed(cast, event, "Kofi Owusu")
    send(client, event, [sent(row), sent(other, door="Side")])

    told = client.get(address(event, "total")).json()

    assert (told["came"], told["expected"], told["doors"]) == (2, 2, {"Main": 1, "Side": 1})
    assert sorted(told["latest"]) == sorted([[str(row.uid), True], [str(other.uid), True]])
    with CaptureQueriesContext(connection) as queries:
        client.get(address(event, "total"))
    assert len(queries) == 3  # session, account with its roles, event: the figures are kept for two seconds


def test_a_tap_by_http_takes_few_statements(cast, event, client):
    counts = []
    for name in ("Amal Yusuf", "Kofi Owusu", "Mair Pugh"):
        row = listed(cast, event, name)
        with CaptureQueriesContext(connection) as queries:
            send(client, event, [sent(row)])
        counts.append(len([query for query in queries if "SAVEPOINT" not in query["sql"]]))
    assert counts[1:] == [9, 9]


def test_the_worker_stands_below_its_own_door(event, client):
    answer = client.get(address(event, "worker"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/javascript")
    assert b"addEventListener" in answer.content
    assert "Service-Worker-Allowed" not in answer
