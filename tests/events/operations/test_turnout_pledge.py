"""Pledges of turnout: one's own, or an organiser's to write down; withdrawn they count nowhere."""

from datetime import timedelta

import pytest

from m4c.events.models import TurnoutPledge
from m4c.events.operations.attendance import AttendanceRefused
from m4c.events.operations.event import call_off_event
from m4c.events.operations.turnout_pledge import TurnoutRefused, pledge_turnout, withdraw_turnout
from tests.cast import Cast
from tests.factories import NOW, doers, gathering, seers


def test_again_says_it_anew(cast: Cast):
    event, leader = gathering(cast), cast.person("leader")
    pledge = pledge_turnout(event=event, person=leader, number=12, at=NOW, by=cast.leader)
    withdraw_turnout(pledge=pledge, at=NOW, by=cast.leader)
    assert list(TurnoutPledge.objects.standing()) == []
    later = NOW + timedelta(days=1)
    again = pledge_turnout(event=event, person=leader, number=8, at=later, by=cast.leader)
    assert (again, again.number, again.made_at, again.withdrawn_at) == (pledge, 8, later, None)


def test_of_others_an_organiser_writes_it_down(cast: Cast):
    event, leader = gathering(cast), cast.person("leader")
    pledge_turnout(event=event, person=leader, number=12, at=NOW, by=cast.organiser)
    with pytest.raises(TurnoutRefused, match="for themselves to say"):
        pledge_turnout(event=event, person=cast.person("member"), number=3, at=NOW, by=cast.leader)


@pytest.mark.parametrize("number", [0, -1, 1001])
def test_a_number_that_nobody_brings_is_refused(cast: Cast, number: int):
    with pytest.raises(TurnoutRefused, match="Give a number from 1 to 1000"):
        pledge_turnout(event=gathering(cast), person=cast.person("leader"), number=number, at=NOW, by=cast.leader)


def test_nothing_is_pledged_to_an_event_that_was_called_off(cast: Cast):
    event = call_off_event(event=gathering(cast), at=NOW, by=cast.organiser)
    with pytest.raises(AttendanceRefused):
        pledge_turnout(event=event, person=cast.person("leader"), number=3, at=NOW, by=cast.leader)


def test_who_may_pledge_and_who_sees_it(cast: Cast):
    event, leader = gathering(cast), cast.person("leader")
    pledge = pledge_turnout(event=event, person=leader, number=12, at=NOW, by=cast.organiser)
    assert seers(cast, pledge) == {"leader", "organiser", "national_organiser", "data_protection"}
    may = doers(lambda by: withdraw_turnout(pledge=pledge, at=NOW, by=by), cast)
    assert may == {"leader", "organiser", "national_organiser"}
