"""The same on another day: the same plan at the same hours, and none of its people."""

from datetime import UTC, date, datetime, timedelta

import pytest

from m4c.events.models import Attendance, CoHost, Event, EventRole, OutsideHost
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.cloning import clone_event
from m4c.events.operations.event_plan import EventRefused
from m4c.events.operations.outside_host import say_whose_meeting
from m4c.events.operations.part import add_part
from tests.cast import Cast
from tests.factories import NOW, doers, gathering, somebody

WINTER = date(2026, 12, 7)
PLANNERS = {"leader", "organiser", "national_organiser"}


def test_the_plan_comes_along_and_the_people_stay(cast: Cast) -> None:
    event = gathering(
        cast, ends_at=NOW + timedelta(hours=2), place="The Forum", capacity=40, co_hosts=(cast.manchester,)
    )
    add_part(event=event, part="notes", person=cast.person("leader"), by=cast.leader)
    record_attendance(event=event, person=somebody(cast), state="yes", by=cast.organiser)

    again = clone_event(event=event, day=WINTER, by=cast.leader)

    assert (again.title, again.place, again.capacity, again.group) == ("Street lights", "The Forum", 40, cast.cardiff)
    assert again.starts_at == datetime(2026, 12, 7, 19, 30, tzinfo=UTC)  # 18:30 in summer's UTC: half past seven
    assert again.ends_at == again.starts_at + timedelta(hours=2)
    assert list(CoHost.objects.filter(event=again).values_list("group", flat=True)) == [cast.manchester.pk]
    assert list(EventRole.objects.filter(event=again, person=None).values_list("part", flat=True)) == ["notes"]
    assert not Attendance.objects.filter(event=again).exists()


def test_whose_meeting_it_is_comes_along_without_its_panel(cast: Cast) -> None:
    event = gathering(cast, kind="others")
    say_whose_meeting(event=event, body="Demos", chair="Somebody", speaker=cast.person("leader"), by=cast.leader)
    again = clone_event(event=event, day=WINTER, by=cast.leader)
    host = OutsideHost.objects.get(event=again)
    assert (host.body, host.chair, EventRole.objects.filter(event=again).count()) == ("Demos", "", 0)


def test_only_those_who_plan_there_plan_it_again(cast: Cast) -> None:
    event = gathering(cast)
    assert doers(lambda by: clone_event(event=event, day=WINTER, by=by), cast) == PLANNERS


def test_an_hour_that_the_clocks_leave_out_is_refused(cast: Cast) -> None:
    event = gathering(cast, starts_at=datetime(2026, 12, 1, 1, 30, tzinfo=UTC))
    with pytest.raises(EventRefused, match="The clocks go forward"):
        clone_event(event=event, day=date(2027, 3, 28), by=cast.leader)


def test_a_house_meeting_is_planned_elsewhere(cast: Cast) -> None:
    event = gathering(cast, kind=Event.Kind.HOUSE_MEETING)
    with pytest.raises(EventRefused, match="forms of their own"):
        clone_event(event=event, day=WINTER, by=cast.leader)
