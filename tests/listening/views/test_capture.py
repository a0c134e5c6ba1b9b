"""The page on which a house meeting is captured: by its forms, by a phone's list, and nameless as a phone keeps it."""

import json
from typing import Any
from uuid import uuid4

from django.test import Client

from m4c.events.models import Job
from m4c.listening.models import Concern, HostOffer, HouseMeeting
from tests.cast import Cast
from tests.factories import queries_of, signed_in, words_of
from tests.listening.holding import guest_at, meeting_of


def at(meeting: HouseMeeting, part: str = "") -> str:
    return f"/organise/conversations/house-meetings/{meeting.uid}/capture/{part}"


def send(client: Client, meeting: HouseMeeting, *entries: dict[str, Any]) -> Any:
    body = json.dumps([{"uid": str(uuid4()), "at": "2026-10-05T18:00:00Z", **entry} for entry in entries])
    return client.post(at(meeting, "entries/"), body, content_type="application/json")


def test_it_offers_the_guests_and_tells_what_is_written(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest_at(cast, meeting)
    client = signed_in(cast, "leader")
    send(client, meeting, {"kind": "concern", "words": "Damp in every room"})
    page = words_of(client.get(at(meeting)))
    assert ("Amal Yusuf" in page, "Damp in every room" in page) == (True, True)


def test_as_a_phone_keeps_it_it_names_nobody(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest_at(cast, meeting)
    client = signed_in(cast, "leader")
    send(client, meeting, {"kind": "concern", "words": "Damp in every room"})
    page = words_of(client.get(at(meeting) + "?shell"))
    assert [word in page for word in ("Amal", "Damp in every room", "Bethan")] == [False, False, False]


def test_each_form_writes_once(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest = str(guest_at(cast, meeting).uid)
    client = signed_in(cast, "leader")
    forms = {
        "concern": {"words": "Damp", "who": guest, "strength": "2", "may_quote": "on"},
        "offer": {"who": guest},
        "job": {"what": "Ring the council", "who": ""},
    }
    for kind, given in forms.items():
        sent = {f"{kind}-{name}": value for name, value in (given | {"uid": str(uuid4())}).items()}
        for _again in range(2):
            assert client.post(at(meeting, f"{kind}/"), sent).status_code == 302
    assert (Concern.objects.get().strength, Concern.objects.get().may_quote) == (2, True)
    assert (HostOffer.objects.count(), Job.objects.get().what) == (1, "Ring the council")


def test_what_is_refused_is_said_beside_its_form(cast: Cast) -> None:
    meeting = meeting_of(cast)
    response = signed_in(cast, "leader").post(at(meeting, "offer/"), {"offer-uid": str(uuid4()), "offer-who": ""})
    assert "Say who offers to host." in words_of(response, 422)


def test_a_slip_is_taken_back(cast: Cast) -> None:
    meeting, client = meeting_of(cast), signed_in(cast, "leader")
    send(client, meeting, {"kind": "concern", "words": "Damp"})
    client.post(at(meeting, "back/"), {"uid": str(uuid4()), "of": str(Concern.objects.get().uid)})
    assert Concern.objects.visible_to(cast.leader).count() == 0


def test_a_list_is_answered_one_by_one(cast: Cast) -> None:
    meeting = meeting_of(cast)
    answered = send(
        signed_in(cast, "leader"),
        meeting,
        {"kind": "concern", "words": "Damp"},
        {"kind": "offer"},
        {"kind": "song"},
    ).json()
    assert [each["said"] for each in answered] == ["kept", "refused", "refused"]


def test_what_is_no_list_is_refused(cast: Cast) -> None:
    client = signed_in(cast, "leader")
    response = client.post(at(meeting_of(cast), "entries/"), "no", content_type="application/json")
    assert (response.status_code, response.json()["code"]) == (422, "unread")


def test_a_phone_keeps_the_guests_but_nobody_kept_safe(cast: Cast) -> None:
    meeting = meeting_of(cast)
    guest = guest_at(cast, meeting)
    guest_at(cast, meeting, person=cast.person("protected_member"))
    told = signed_in(cast, "leader").get(at(meeting, "list/")).json()
    assert told["people"] == [[str(meeting.uid), "The host"], [str(guest.uid), "Amal Yusuf"]]


def test_its_worker_reaches_no_further(cast: Cast) -> None:
    response = signed_in(cast, "leader").get(at(meeting_of(cast), "worker.js"))
    assert (response.status_code, response["Content-Type"]) == (200, "text/javascript")


def test_another_leaders_meeting_is_not_there(cast: Cast) -> None:
    meeting = meeting_of(cast, cast.person("organiser"))
    assert signed_in(cast, "leader").get(at(meeting)).status_code == 404


def test_it_takes_as_many_statements_for_three_as_for_one(cast: Cast) -> None:
    meeting, client = meeting_of(cast), signed_in(cast, "leader")

    def fill(name: str) -> None:
        guest = str(guest_at(cast, meeting, name).uid)
        send(client, meeting, *({"kind": kind, "who": guest, "words": name, "what": name} for kind in KINDS))

    fill("Amal Yusuf")
    before = queries_of(client, at(meeting))
    fill("Ebo Iwu")
    fill("Mair Pugh")
    assert queries_of(client, at(meeting)) == before


KINDS = ("concern", "offer", "job")
