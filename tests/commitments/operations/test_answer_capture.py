"""Answers captured on phones: each sent twice is once, and on a stage two who heard the same confirm each other."""

import json
from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import Answer, Ask
from m4c.commitments.operations.answer import AnswerRefused
from m4c.commitments.operations.answer_capture import capture_answers
from m4c.commitments.table.entries import Confirmed, Entry, Said, TakenBack, read
from m4c.core.models.record import new_uid
from m4c.events.models import Event
from m4c.people.models import Account
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.commitments.tabling import a_table, an_ask, an_assembly
from tests.factories import NOW, doers

OWN = {"leader", "organiser", "national_organiser"}


def on_stage(cast: Cast) -> Ask:
    return an_ask(cast, event=an_assembly(cast).event)


def said(ask: Ask, answer: str = "yes", words: str = "", **more: Any) -> Said:
    return Said(more.pop("uid", None) or new_uid(), NOW, ask.uid, answer, words, **more)


def sent(event: Event | None, by: Account, *entries: Entry) -> list[str]:
    assert event is not None
    return [reply.said for reply in capture_answers(event=event, sent=entries, at=NOW, by=by).replies]


def standing() -> list[tuple[str, str]]:
    return list(Answer.objects.standing().values_list("kind", "words"))


def test_who_may(cast: Cast) -> None:
    event = a_table(cast).event
    assert doers(lambda by: capture_answers(event=event, sent=[], at=NOW, by=by), cast) == OWN


def test_at_a_table_an_answer_counts_at_once_and_twice_is_once(cast: Cast) -> None:
    ask = an_ask(cast, a_table(cast))
    entry = said(ask, "yes_if", "If the committee agrees")
    assert sent(ask.event, cast.leader, entry) == ["kept"]
    assert sent(ask.event, cast.leader, entry) == ["kept"]
    assert (standing(), Answer.objects.get().says_who) == (
        [("yes_if", "If the committee agrees")],
        cast.person("leader").name,
    )


def test_on_a_stage_a_second_person_confirms_what_they_read(cast: Cast) -> None:
    ask = on_stage(cast)
    entry = said(ask, "yes", "I will")
    assert sent(ask.event, cast.leader, entry) == ["kept"]
    assert standing() == []
    confirm = Confirmed(new_uid(), NOW, entry.uid)
    assert sent(ask.event, cast.leader, confirm) == ["refused"]
    assert sent(ask.event, cast.organiser, confirm) == ["confirmed"]
    assert sent(ask.event, cast.organiser, confirm) == ["confirmed"]
    assert standing() == [("yes", "I will")]


@pytest.mark.parametrize("is_bare_first", [True, False])
def test_without_a_signal_two_who_heard_the_same_confirm_each_other(cast: Cast, is_bare_first: bool) -> None:
    ask = on_stage(cast)
    whole, bare = said(ask, "yes_if", "If we win"), said(ask, "yes_if")
    phones = [(cast.leader, whole), (cast.organiser, bare)]
    for by, entry in reversed(phones) if is_bare_first else phones:
        sent(ask.event, by, entry)
    assert standing() == [("yes_if", "If we win")]
    answer = Answer.objects.standing().get()
    assert (answer.typed_by, answer.confirmed_by) == (cast.leader, cast.organiser)
    for by, entry in phones * 2:  # a phone that heard no answer to what it sent sends it again
        sent(ask.event, by, entry)
    assert (standing(), Answer.objects.filter(struck_at=None).count()) == ([("yes_if", "If we win")], 1)


def test_who_heard_it_otherwise_stands_beside_it(cast: Cast) -> None:
    ask = on_stage(cast)
    sent(ask.event, cast.leader, said(ask, "yes", "I will"))
    sent(ask.event, cast.organiser, said(ask, "yes", "I will try"), said(ask, "no"))
    assert (standing(), Answer.objects.filter(struck_at=None).count()) == ([], 3)


def test_nobody_confirms_themselves_by_typing_twice(cast: Cast) -> None:
    ask = on_stage(cast)
    sent(ask.event, cast.leader, said(ask), said(ask))
    assert standing() == []


def test_a_slip_is_taken_back_as_long_as_nobody_confirmed_it(cast: Cast) -> None:
    ask = on_stage(cast)
    entry = said(ask, "no")
    sent(ask.event, cast.leader, entry)
    back = TakenBack(new_uid(), NOW, entry.uid)
    assert sent(ask.event, cast.organiser, back) == ["refused"]
    assert sent(ask.event, cast.leader, back, back) == ["back", "back"]
    other = said(ask)
    sent(ask.event, cast.leader, other)
    sent(ask.event, cast.organiser, Confirmed(new_uid(), NOW, other.uid))
    assert sent(ask.event, cast.leader, TakenBack(new_uid(), NOW, other.uid)) == ["refused"]


def test_asks_and_answers_of_another_event_are_not_touched(cast: Cast) -> None:
    here, there = an_ask(cast, a_table(cast)), an_ask(cast, a_table(cast, days=-1))
    entry = said(there)
    assert sent(here.event, cast.leader, entry) == ["refused"]
    sent(there.event, cast.leader, entry)
    assert sent(here.event, cast.leader, TakenBack(new_uid(), NOW, entry.uid)) == ["refused"]
    assert sent(here.event, cast.leader, said(here, uid=entry.uid)) == ["refused"]


def test_one_that_says_too_little_is_refused_and_the_others_are_taken(cast: Cast) -> None:
    ask = an_ask(cast, a_table(cast))
    assert sent(ask.event, cast.leader, said(ask, "partly"), said(ask, "maybe"), said(ask)) == [
        "refused",
        "refused",
        "kept",
    ]


def test_whoever_is_kept_safe_says_so_as_one_of_us(cast: Cast) -> None:
    ask = an_ask(cast, a_table(cast))
    keep_safe(person=cast.person("leader"), at=NOW, by=cast.operator)
    sent(ask.event, cast.leader, said(ask))
    assert Answer.objects.get().says_who == "one of us"


def test_a_meeting_that_was_called_off(cast: Cast) -> None:
    table = a_table(cast)
    Event.objects.filter(pk=table.event_id).update(cancelled_at=NOW)
    table.event.refresh_from_db()
    with pytest.raises(AnswerRefused):
        sent(table.event, cast.leader)


def test_a_device_whose_clock_runs_ahead(cast: Cast) -> None:
    ask = an_ask(cast, a_table(cast))
    late = Said(new_uid(), NOW + timedelta(days=3), ask.uid, "yes")
    assert sent(ask.event, cast.leader, late) == ["kept"]


def test_what_cannot_be_read_is_answered_by_itself() -> None:
    uid = str(new_uid())
    whole = {"uid": uid, "at": "2026-10-05T18:00:00Z", "kind": "answer", "ask": uid, "answer": "yes"}
    body = json.dumps([whole, 3, {}])
    found = read(body.encode())
    assert (len(found.sent), found.unread) == (1, ["", ""])
    with pytest.raises(ValueError, match="not a list"):
        read(b"{}")
