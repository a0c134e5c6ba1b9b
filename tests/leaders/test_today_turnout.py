"""Today's calls about events to come."""

from datetime import timedelta

from django.utils import timezone

from m4c.events.models import Attendance, Event
from m4c.events.operations.asking import list_person
from m4c.leaders.today_lines import Moment
from m4c.leaders.today_turnout import calls_to_make
from tests.access.records import whom_the_leader_met
from tests.cast import Cast
from tests.factories import NOW, gathering, signed_in, somebody, words_of


def told(cast: Cast, persona: str) -> list[str]:
    return [line.title for line in calls_to_make(cast.fresh(persona), Moment(NOW))]


def test_whom_one_has_not_reached_is_to_be_called(cast: Cast):
    event, leader = gathering(cast, days=3), cast.person("leader")
    list_person(event=event, person=whom_the_leader_met(cast), asker=leader, by=cast.leader)
    list_person(event=event, person=somebody(cast), asker=leader, by=cast.operator)
    assert told(cast, "leader") == ["Call 2 people about Thursday"]
    assert told(cast, "organiser") == []
    Attendance.objects.filter(person__given_name="Ebo").update(state="yes")
    assert told(cast, "leader") == ["Call 1 person about Thursday"]


def test_events_gone_by_called_off_and_far_ahead_are_left_out(cast: Cast):
    for days in (-1, 40, 5):
        event = gathering(cast, days=days)
        list_person(event=event, person=whom_the_leader_met(cast), asker=cast.person("leader"), by=cast.leader)
    Event.objects.filter(pk=event.pk).update(cancelled_at=NOW)
    assert told(cast, "leader") == []


def test_it_stands_on_the_page(cast: Cast):
    event = gathering(cast)
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() + timedelta(days=2))
    list_person(event=event, person=whom_the_leader_met(cast), asker=cast.person("leader"), by=cast.leader)
    assert "Call 1 person about" in words_of(signed_in(cast, "leader").get("/organise/"))
