"""Answers to calls: written, typed back, and taken back; where somebody stands follows."""

from datetime import timedelta

import pytest

from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutCall
from m4c.events.operations.asking import list_name, list_person
from m4c.events.operations.turnout_call import (
    answer_call,
    answer_calls,
    answer_name_call,
    take_back_answer,
    take_back_name_answer,
)
from m4c.events.operations.turnout_pledge import TurnoutRefused
from m4c.people.models import NameOnList
from tests.access.records import whom_the_leader_met
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, gathering, seers


@pytest.fixture
def listed(cast: Cast) -> Attendance:
    """Somebody on the leader's list."""
    leader = cast.person("leader")
    return list_person(event=gathering(cast), person=whom_the_leader_met(cast), asker=leader, by=cast.leader)


@pytest.fixture
def asked(cast: Cast, listed: Attendance) -> NameAtEvent:
    """A name on the leader's own list, asked to the same event."""
    name = NameOnList.objects.create(owner=cast.person("leader"), name="The man at the bakery", made_on=TODAY)
    return list_name(event=listed.event, name=name, by=cast.leader)


def test_where_they_stand_follows_and_is_taken_back(cast: Cast, listed: Attendance):
    states = []
    for days, (call, answer) in enumerate([("ask", "yes"), ("call_1", "yes"), ("day_before", "no")]):
        at = NOW + timedelta(days=days)
        states.append(answer_call(attendance=listed, call=call, answer=answer, at=at, by=cast.leader).state)
    states += [take_back_answer(attendance=listed, by=cast.leader).state for _time in range(3)]
    assert states == ["yes", "confirmed", "no", "confirmed", "yes", "listed"]
    with pytest.raises(TurnoutRefused, match="Nothing is written down"):
        take_back_answer(attendance=listed, by=cast.leader)


def test_what_happened_is_changed_by_no_call(cast: Cast, listed: Attendance):
    Attendance.objects.update(state="came")
    listed.refresh_from_db()
    assert answer_call(attendance=listed, call="call_1", answer="no", at=NOW, by=cast.leader).state == "came"
    assert take_back_answer(attendance=listed, by=cast.leader).state == "came"


def test_names_are_called_by_their_owner_alone(cast: Cast, asked: NameAtEvent):
    assert answer_name_call(asked=asked, call="ask", answer="maybe", at=NOW, by=cast.leader).state == "maybe"
    assert seers(cast, TurnoutCall.objects.get()) == {"leader"}
    with pytest.raises(TurnoutRefused):
        answer_name_call(asked=asked, call="ask", answer="yes", at=NOW, by=cast.organiser)
    with pytest.raises(TurnoutRefused):
        take_back_name_answer(asked=asked, by=cast.organiser)
    assert take_back_name_answer(asked=asked, by=cast.leader).state == "listed"


def test_many_are_typed_back_at_once(cast: Cast, listed: Attendance, asked: NameAtEvent):
    answer_calls(event=listed.event, answers={listed: "yes", asked: "no"}, call="ask", at=NOW, by=cast.leader)
    assert (Attendance.objects.get().state, NameAtEvent.objects.get().state) == ("yes", "no")
    other: Event = gathering(cast, days=3)
    with pytest.raises(TurnoutRefused, match="another event"):
        answer_calls(event=other, answers={listed: "no"}, call="ask", at=NOW, by=cast.leader)


def test_who_may_write_down_an_answer(cast: Cast, listed: Attendance):
    may = doers(lambda by: answer_call(attendance=listed, call="ask", answer="yes", at=NOW, by=by), cast)
    assert may == {"leader", "organiser", "national_organiser"}


def test_another_leader_of_the_group_writes_nothing_down_of_whom_they_do_not_ask(cast: Cast, listed: Attendance):
    Attendance.objects.update(asked_by=cast.person("organiser"))
    listed.refresh_from_db()
    with pytest.raises(TurnoutRefused, match="for themselves to say"):
        answer_call(attendance=listed, call="ask", answer="yes", at=NOW, by=cast.leader)
