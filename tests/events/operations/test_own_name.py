"""Meeting a name of one's own list: a person on record, with what they said, and the name gone."""

import pytest

from m4c.events.models import Attendance, NameAtEvent, TurnoutCall
from m4c.events.operations.asking import list_name, list_person
from m4c.events.operations.own_name import meet_name
from m4c.events.operations.turnout_call import answer_call, answer_name_call
from m4c.events.operations.turnout_pledge import TurnoutRefused
from m4c.people.models import NameOnList, Person
from m4c.people.operations.person import NewPerson
from tests.access.records import whom_the_leader_met
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering

NEW = NewPerson("Amal", "Yusuf", phones=["+447700900101"])


@pytest.fixture
def asked(cast: Cast) -> NameAtEvent:
    """A name on the leader's own list who said yes to an event."""
    name = NameOnList.objects.create(owner=cast.person("leader"), name="Amal from the bakery", made_on=TODAY)
    asked = list_name(event=gathering(cast), name=name, by=cast.leader)
    return answer_name_call(asked=asked, call="ask", answer="yes", at=NOW, by=cast.leader)


def test_what_they_said_comes_along_and_the_name_goes(cast: Cast, asked: NameAtEvent):
    person = meet_name(group=cast.cardiff, name=asked.name, person=NEW, on=TODAY, by=cast.leader)
    attendance = Attendance.objects.get()
    assert (attendance.person, attendance.state, attendance.asked_by) == (person, "yes", cast.person("leader"))
    assert TurnoutCall.objects.get().attendance == attendance
    assert (person.met_by, person.source) == (cast.person("leader"), "A leader's own list")
    assert not NameOnList.objects.exists()
    assert not NameAtEvent.objects.exists()


def test_of_somebody_on_the_list_already_the_stronger_word_stands(cast: Cast, asked: NameAtEvent):
    person = whom_the_leader_met(cast)
    listed = list_person(event=asked.event, person=person, asker=cast.person("leader"), by=cast.leader)
    answer_call(attendance=listed, call="call_1", answer="yes", at=NOW, by=cast.leader)
    assert meet_name(group=cast.cardiff, name=asked.name, person=person, on=TODAY, by=cast.leader) == person
    assert Attendance.objects.get().state == "confirmed"


def test_nobody_else_meets_them(cast: Cast, asked: NameAtEvent):
    with pytest.raises(TurnoutRefused):
        meet_name(group=cast.cardiff, name=asked.name, person=NEW, on=TODAY, by=cast.organiser)
    assert not Person.objects.filter(given_name="Amal").exists()
