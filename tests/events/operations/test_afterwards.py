"""Calls to those who were missed and welcomers for those who are new: each falls to somebody, once, within two days."""

from datetime import timedelta

import pytest

from m4c.core.permissions import Role
from m4c.events.models import Attendance, Event
from m4c.events.operations.afterwards import AfterwardsRefused, give_out_calls, give_welcomers
from m4c.events.operations.attendance import record_attendance
from m4c.people.models import AccountRole, NextStep, Welcome
from m4c.people.operations.welcome import welcome_many
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, gathering, somebody

HELD = -400  # days: long past, whatever day the tests run on
State = Attendance.State


@pytest.fixture
def event(cast: Cast) -> Event:
    """An event of Cardiff's that is over."""
    return gathering(cast, days=HELD)


def missed(cast: Cast, event: Event, name: str, asked_by: str = "") -> Attendance:
    """Somebody who said yes and did not come."""
    asker = cast.person(asked_by) if asked_by else None
    return Attendance.objects.create(event=event, person=somebody(cast, name), state=State.YES, asked_by=asker)


def new(cast: Cast, event: Event, name: str) -> Attendance:
    """Somebody who came for the first time."""
    return record_attendance(event=event, person=somebody(cast, name), by=cast.operator)


def test_a_call_falls_to_whoever_asked_them_or_else_to_who_gives_it_out(cast: Cast, event: Event):
    missed(cast, event, "Ann A", "leader")
    missed(cast, event, "Bob B")
    give_out_calls(event=event, at=NOW, by=cast.organiser)
    assert {(step.person.name, step.owner, step.due_on) for step in NextStep.objects.all()} == {
        ("Ann A", cast.person("leader"), TODAY + timedelta(2)),
        ("Bob B", cast.person("organiser"), TODAY + timedelta(2)),
    }
    assert give_out_calls(event=event, at=NOW, by=cast.organiser) == []


def test_one_call_alone(cast: Cast, event: Event):
    one = missed(cast, event, "Ann A", "leader")
    missed(cast, event, "Bob B")
    assert [step.person for step in give_out_calls(event=event, at=NOW, by=cast.organiser, only=[one.uid])] == [
        one.person
    ]


def test_a_leader_gives_out_calls_to_their_own_alone(cast: Cast, event: Event):
    own = missed(cast, event, "Ann A", "leader")
    missed(cast, event, "Bob B", "organiser")
    assert [step.person for step in give_out_calls(event=event, at=NOW, by=cast.leader)] == [own.person]


def test_nobody_kept_safe_is_rung(cast: Cast, event: Event):
    Attendance.objects.create(event=event, person=cast.person("protected_member"), state=State.YES)
    assert give_out_calls(event=event, at=NOW, by=cast.organiser) == []


def test_each_new_one_gets_a_welcomer_within_two_days_in_turn(cast: Cast, event: Event):
    people = [new(cast, event, name).person for name in ("Ann A", "Bob B")]
    give_welcomers(event=event, at=NOW, by=cast.organiser)
    welcomes = Welcome.objects.order_by("person")
    assert [(one.person, one.due_on) for one in welcomes] == [(person, TODAY + timedelta(2)) for person in people]
    assert {one.welcomer for one in welcomes} == {cast.leader, cast.organiser}
    assert give_welcomers(event=event, at=NOW, by=cast.organiser) == []


def test_a_welcome_that_waits_gets_a_welcomer_and_its_day_comes_nearer(cast: Cast, event: Event):
    person = new(cast, event, "Ann A").person
    welcome_many([person], cast.cardiff, NOW)
    Welcome.objects.update(welcomer=None)
    give_welcomers(event=event, at=NOW, by=cast.organiser)
    welcome = Welcome.objects.get()
    assert (welcome.welcomer in (cast.leader, cast.organiser), welcome.due_on) == (True, TODAY + timedelta(2))


def test_where_nobody_could_welcome_them_it_is_said(cast: Cast, event: Event):
    new(cast, event, "Ann A")
    AccountRole.objects.filter(role__in=[Role.LEADER, Role.ORGANISER]).delete()
    with pytest.raises(AfterwardsRefused, match="no leader or organiser"):
        give_welcomers(event=event, at=NOW, by=cast.operator)
    assert Welcome.objects.count() == 0


def test_nothing_is_given_out_before_it_is_over(cast: Cast):
    ahead = gathering(cast, days=1)
    for give in (give_out_calls, give_welcomers):
        with pytest.raises(AfterwardsRefused, match="not over"):
            give(event=ahead, at=NOW, by=cast.organiser)


def test_leaders_and_organisers_of_the_group_give_out_both(cast: Cast, event: Event):
    here = {"leader", "organiser", "national_organiser"}
    assert doers(lambda by: give_out_calls(event=event, at=NOW, by=by), cast) == here
    assert doers(lambda by: give_welcomers(event=event, at=NOW, by=by), cast) == here
