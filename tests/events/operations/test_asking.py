"""A leader's list for an event: people whom they may see, and names of their own."""

import pytest

from m4c.events.models import Attendance, NameAtEvent
from m4c.events.operations.asking import list_name, list_new_name, list_person, unlist_name, unlist_person
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.turnout_pledge import TurnoutRefused
from m4c.events.turnout.call_sheet import call_sheet_of
from m4c.people.models import NameOnList
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.name_on_list import NewName
from tests.access.records import whom_the_leader_met
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, seers, somebody


def test_whom_one_may_see_is_put_on_ones_list_once(cast: Cast):
    event, person, leader = gathering(cast), whom_the_leader_met(cast), cast.person("leader")
    for _time in range(2):
        attendance = list_person(event=event, person=person, asker=leader, by=cast.leader)
    assert (attendance.state, attendance.asked_by) == ("listed", leader)
    assert Attendance.objects.count() == 1
    assert seers(cast, attendance) == {"leader", "organiser", "national_organiser", "data_protection"}


def test_whoever_is_listed_already_keeps_where_they_stand(cast: Cast):
    event, person, leader = gathering(cast), whom_the_leader_met(cast), cast.person("leader")
    record_attendance(event=event, person=person, state="yes", by=cast.organiser)
    assert list_person(event=event, person=person, asker=leader, by=cast.leader).state == "yes"


def test_nobody_is_taken_from_anothers_list(cast: Cast):
    event, person = gathering(cast), whom_the_leader_met(cast)
    list_person(event=event, person=person, asker=cast.person("organiser"), by=cast.organiser)
    with pytest.raises(TurnoutRefused, match="Somebody else asks them already"):
        list_person(event=event, person=person, asker=cast.person("leader"), by=cast.leader)


def test_whom_somebody_kept_safe_asks_is_as_nobodys(cast: Cast):
    event, person, safe = gathering(cast), whom_the_leader_met(cast), cast.person("protected_member")
    Attendance.objects.create(event=event, person=person, state="listed", asked_by=safe)
    nobodys = call_sheet_of(event, cast.organiser, None, "ask", NOW)
    assert [line.person for line in nobodys.lines] == [person]
    by, asker = cast.organiser, cast.person("organiser")
    assert list_person(event=event, person=person, asker=asker, by=by).asked_by == asker


def test_strangers_others_lists_those_kept_safe_and_oneself_are_refused(cast: Cast):
    event, leader = gathering(cast), cast.person("leader")
    with pytest.raises(Unseen):
        list_person(event=event, person=somebody(cast), asker=leader, by=cast.leader)
    with pytest.raises(TurnoutRefused, match="for themselves to say"):
        list_person(event=event, person=whom_the_leader_met(cast), asker=cast.person("member"), by=cast.leader)
    with pytest.raises(TurnoutRefused, match="See their own page"):
        list_person(event=event, person=cast.person("protected_member"), asker=leader, by=cast.leader)
    with pytest.raises(TurnoutRefused, match="One's own name"):
        list_person(event=event, person=leader, asker=leader, by=cast.leader)


def test_taken_off_whoever_answered_stays_on_the_events_list(cast: Cast):
    event, leader = gathering(cast), cast.person("leader")
    listed = list_person(event=event, person=whom_the_leader_met(cast), asker=leader, by=cast.leader)
    unlist_person(attendance=listed, by=cast.leader)
    assert not Attendance.objects.exists()
    answered = list_person(event=event, person=whom_the_leader_met(cast), asker=leader, by=cast.leader)
    Attendance.objects.update(state="yes")
    answered.refresh_from_db()
    unlist_person(attendance=answered, by=cast.leader)
    assert Attendance.objects.get().asked_by is None


def test_names_of_ones_own_list_alone_are_asked(cast: Cast):
    event = gathering(cast)
    name = NameOnList.objects.create(owner=cast.person("leader"), name="The man at the bakery", made_on=TODAY)
    asked = list_name(event=event, name=name, by=cast.leader)
    assert list_name(event=event, name=name, by=cast.leader) == asked
    assert seers(cast, asked) == seers(cast, name) == {"leader"}
    with pytest.raises(TurnoutRefused, match="nobody's list but its owner's"):
        list_name(event=event, name=name, by=cast.organiser)
    with pytest.raises(TurnoutRefused, match="nobody's list but its owner's"):
        unlist_name(asked=asked, by=cast.organiser)
    unlist_name(asked=asked, by=cast.leader)
    assert not NameAtEvent.objects.exists()


def test_a_name_is_written_down_and_asked_at_once(cast: Cast):
    event, new = gathering(cast), NewName("The man at the bakery")
    asked = list_new_name(event=event, new=new, on=TODAY, by=cast.leader)
    assert (asked.name.owner, asked.state) == (cast.person("leader"), "listed")
    assert list_new_name(event=event, new=new, on=TODAY, by=cast.leader) == asked
