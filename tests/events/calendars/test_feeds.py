"""What stands in which feed: public events for all, and one's own days for nobody else."""

from datetime import timedelta
from typing import Any

from m4c.events.calendars.entries import OWN_ENTRIES
from m4c.events.calendars.feeds import of_account, of_group
from m4c.events.models import Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Account
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering

PUBLIC = Event.Visibility.PUBLIC.value


def test_a_group_has_its_public_events_and_those_below_it(cast: Cast):
    own = gathering(cast, days=3, visibility=PUBLIC)
    below = gathering(cast, cast.st_mellons, days=4, visibility=PUBLIC)
    gathering(cast, days=5)
    gathering(cast, cast.norwich, days=6, visibility=PUBLIC)
    gathering(cast, days=-90, visibility=PUBLIC)
    assert [entry.uid for entry in of_group(cast.cardiff, NOW)] == [str(own.uid), str(below.uid)]
    assert len(of_group(None, NOW)) == 3


def test_one_called_off_stays_and_says_so(cast: Cast):
    event = gathering(cast, days=3, visibility=PUBLIC)
    before = of_group(cast.cardiff, NOW)[0]
    call_off_event(event=event, at=NOW + timedelta(hours=1), by=cast.organiser)
    after = of_group(cast.cardiff, NOW)[0]
    assert (before.uid, before.is_cancelled, after.is_cancelled) == (after.uid, False, True)
    assert "Called off" in after.title
    assert after.sequence > before.sequence


def test_strangers_are_told_no_home(cast: Cast):
    gathering(cast, days=3, visibility=PUBLIC, place="14 Glebe Street", postcode="CF10 1EP", at_home=True)
    assert of_group(None, NOW)[0].place == "Cardiff"


def test_ones_own_calendar_has_what_one_said_yes_to_and_where_it_is(cast: Cast):
    home: dict[str, Any] = {"place": "14 Glebe Street", "at_home": True}
    going, asked = gathering(cast, days=3, **home), gathering(cast, days=4)
    record_attendance(event=going, person=cast.person("member"), state="yes", by=cast.operator)
    record_attendance(event=asked, person=cast.person("member"), state="asked", by=cast.operator)
    assert [(entry.uid, entry.place) for entry in of_account(cast.member, NOW)] == [(str(going.uid), "14 Glebe Street")]
    assert of_account(cast.organiser, NOW) == []


def test_an_arranged_conversation_stands_there_by_initials(cast: Cast):
    leader, member = cast.person("leader"), cast.person("member")
    new = NewOneToOne(leader, member, TODAY + timedelta(days=2))
    talk = record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    entries = of_account(cast.leader, NOW)
    assert [(entry.uid, entry.starts, entry.is_private) for entry in entries] == [(str(talk.uid), talk.day, True)]
    assert (member.family_name in entries[0].title, member.given_name[0] in entries[0].title) == (False, True)
    OneToOne.objects.filter(pk=talk.pk).update(held_on=TODAY)
    assert of_account(cast.leader, NOW) == []
    assert "one_to_ones" in OWN_ENTRIES


def test_nobody_kept_safe_stands_there(cast: Cast):
    new = NewOneToOne(cast.person("leader"), cast.person("protected_member"), TODAY + timedelta(days=2))
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    assert len(of_account(cast.organiser, NOW)) == 0


def test_ones_own_zone_is_that_of_online_events_alone(cast: Cast):
    Account.objects.filter(pk=cast.member.pk).update(time_zone="Europe/Warsaw")
    link = "https://meet.example.org/soup"
    places: list[dict[str, Any]] = [{"link": link}, {"link": link, "place": "The Forum"}, {}]
    for days, where in enumerate(places, start=1):
        event = gathering(cast, days=days, **where)
        record_attendance(event=event, person=cast.person("member"), state="yes", by=cast.operator)
    assert [entry.zone for entry in of_account(cast.fresh("member"), NOW)] == ["Europe/Warsaw", "", ""]
