"""Answers on a phone: the page, the forms without a script, and what waited for a signal."""

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from m4c.commitments.models import Answer, Ask
from m4c.core.models.record import new_uid
from m4c.events.models import Event
from tests.cast import Cast
from tests.commitments.tabling import ASKED, a_table, an_ask, an_assembly
from tests.factories import NOW, signed_in, words_of


def at(event: Event | None, what: str = "") -> str:
    assert event is not None
    return f"/organise/events/{event.uid}/answers/{what}"


def entry(ask: Ask, **more: Any) -> dict[str, Any]:
    told = {"uid": str(new_uid()), "at": NOW.isoformat(), "kind": "answer", "ask": str(ask.uid), "answer": "yes"}
    return told | more


def brought(client: Client, event: Event | None, *entries: Any) -> Any:
    return client.post(at(event, "entries/"), json.dumps(entries), content_type="application/json").json()


def test_the_kept_page_has_nothing_on_it(cast: Cast) -> None:
    client, ask = signed_in(cast, "leader"), an_ask(cast, a_table(cast))
    assert (ASKED in words_of(client.get(at(ask.event))), ASKED in words_of(client.get(at(ask.event, "?shell")))) == (
        True,
        False,
    )
    told = client.get(at(ask.event, "list/")).json()
    assert [uid for uid, _words in told["people"]] == [str(ask.uid)]
    assert client.get(at(ask.event, "worker.js"))["Content-Type"] == "text/javascript"


def test_without_a_script_an_answer_is_written_taken_back_and_confirmed(cast: Cast) -> None:
    client, ask = signed_in(cast, "leader"), an_ask(cast, event=an_assembly(cast).event)
    said = {"uid": str(new_uid()), "ask": str(ask.uid), "answer": "no"}
    assert client.post(at(ask.event, "writing/"), said).status_code == 302
    assert client.post(at(ask.event, "writing/"), said | {"answer": ""}).status_code == 422
    slip = {"uid": str(new_uid()), "of": said["uid"]}
    client.post(at(ask.event, "settling/back/"), slip)
    assert Answer.objects.get().struck_at
    client.post(at(ask.event, "writing/"), said | {"uid": str(new_uid()), "answer": "yes"})
    answer = Answer.objects.get(struck_at=None)
    other = signed_in(cast, "organiser")
    assert "I heard the same" in words_of(other.get(at(ask.event)))
    other.post(at(ask.event, "settling/confirm/"), {"uid": str(new_uid()), "of": str(answer.uid)})
    assert Answer.objects.standing().get() == answer
    assert client.post(at(ask.event, "settling/other/"), slip).status_code == 404


def test_what_waited_is_answered_one_by_one(cast: Cast) -> None:
    client, ask = signed_in(cast, "leader"), an_ask(cast, a_table(cast))
    good, bad = entry(ask, words="I will"), entry(ask, answer="maybe")
    told = brought(client, ask.event, good, bad, {"uid": "x"})
    assert [one["said"] for one in told] == ["kept", "refused", "refused"]
    assert brought(client, ask.event, good)[0]["said"] == "kept"
    assert Answer.objects.get().words == "I will"
    assert client.post(at(ask.event, "entries/"), "{", content_type="application/json").status_code == 422


def test_a_meeting_elsewhere_is_not_there(cast: Cast) -> None:
    client, table = signed_in(cast, "leader"), a_table(cast, cast.manchester)
    for what in ("", "list/", "worker.js"):
        assert client.get(at(table.event, what)).status_code in (404, 200 if what == "worker.js" else 404)
    assert reverse("capture-answers", kwargs={"uid": table.event.uid}) == at(table.event)
