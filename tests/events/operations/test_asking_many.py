"""Many are put on lists to ask at once: whoever may be asked, once; nobody kept safe, and nobody who objected."""

import pytest

from m4c.events.models import Attendance
from m4c.events.operations.asking_many import ToAsk, list_people
from m4c.events.operations.attendance import AttendanceRefused, record_attendance
from m4c.events.operations.event import call_off_event
from m4c.events.operations.turnout_pledge import TurnoutRefused
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.person import record_move_away
from m4c.people.operations.protection import keep_safe
from tests.access.records import whom_the_leader_met
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, gathering, somebody
from tests.listening.holding import objects

pytestmark = pytest.mark.django_db


def test_each_is_listed_once_on_the_list_of_their_asker(cast: Cast) -> None:
    event, leader = gathering(cast), cast.person("leader")
    rows = [ToAsk(somebody(cast, name), leader) for name in ("Ann Ash", "Bob Beech")]
    first = list_people(event=event, rows=rows, at=NOW, by=cast.organiser)
    again = list_people(event=event, rows=rows, at=NOW, by=cast.organiser)
    assert ([place.asked_by for place in first.touched], first.known) == ([leader, leader], 0)
    assert (again.touched, again.known, Attendance.objects.count()) == ([], 2, 2)
    assert {place.state for place in first.touched} == {"listed"}


def test_whoever_answered_keeps_where_they_stand(cast: Cast) -> None:
    event, ann = gathering(cast), somebody(cast, "Ann Ash")
    record_attendance(event=event, person=ann, state="no", by=cast.organiser)
    list_people(event=event, rows=[ToAsk(ann, cast.person("leader"))], at=NOW, by=cast.organiser)
    place = Attendance.objects.get()
    assert (place.state, place.asked_by) == ("no", None)


def test_who_may_not_be_asked_is_left_aside_with_why(cast: Cast) -> None:
    event = gathering(cast)
    ann, bob, safe = (somebody(cast, name) for name in ("Ann Ash", "Bob Beech", "Sue Safe"))
    objects(cast, ann)
    record_move_away(person=bob, on=TODAY, by=cast.operator)
    keep_safe(person=safe, at=NOW, contact=cast.person("organiser"), by=cast.operator)
    listing = list_people(event=event, rows=[ToAsk(one) for one in (ann, bob, safe)], at=NOW, by=cast.operator)
    assert [str(person) for person, _why in listing.aside] == ["Ann Ash", "Bob Beech"]
    assert ([why for _person, why in listing.aside][1], listing.silent) == ("Has moved away.", 1)
    assert not Attendance.objects.exists()


def test_nobody_asks_themselves(cast: Cast) -> None:
    event, leader = gathering(cast), cast.person("leader")
    listing = list_people(event=event, rows=[ToAsk(leader, leader)], at=NOW, by=cast.organiser)
    assert [place.asked_by for place in listing.touched] == [None]


def test_ones_own_list_or_as_who_sees_who_comes(cast: Cast) -> None:
    event, ann, leader = gathering(cast), whom_the_leader_met(cast), cast.person("leader")
    rows = [ToAsk(ann, leader)]
    assert doers(lambda by: list_people(event=event, rows=rows, at=NOW, by=by), cast) == {
        "leader",
        "organiser",
        "national_organiser",
    }
    with pytest.raises(TurnoutRefused):
        list_people(event=event, rows=[ToAsk(ann, cast.person("organiser"))], at=NOW, by=cast.leader)


def test_whom_one_may_not_see_one_cannot_list(cast: Cast) -> None:
    with pytest.raises(Unseen):
        list_people(event=gathering(cast), rows=[ToAsk(somebody(cast, "Ann Ash"))], at=NOW, by=cast.leader)


def test_nobody_is_asked_to_what_was_called_off(cast: Cast) -> None:
    event = call_off_event(event=gathering(cast), at=NOW, by=cast.organiser)
    with pytest.raises(AttendanceRefused):
        list_people(event=event, rows=[ToAsk(somebody(cast, "Ann Ash"))], at=NOW, by=cast.organiser)
