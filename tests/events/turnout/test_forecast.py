"""Forecasts: the rule of halves, and the group's own lists once there are three."""

import pytest

from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import Came, attend_many
from m4c.events.turnout.forecast import forecast_of, held_before
from tests.cast import Cast
from tests.factories import gathering, somebody

State = Attendance.State


def held(cast: Cast, days: int, came: int, missing: int, walked_in: int = 0) -> Event:
    """An event so many days ago to which so many came, and so many did not who had said yes."""
    event = gathering(cast, days=-days)
    states = [State.CAME] * came + [State.DID_NOT_COME] * missing + [State.WALK_IN] * walked_in
    rows = [Came(somebody(cast, f"Of {days} {number}"), state) for number, state in enumerate(states)]
    attend_many(event=event, rows=rows)
    return event


@pytest.fixture
def ahead(cast: Cast) -> Event:
    """An event to come."""
    return gathering(cast, days=7)


def test_the_rule_of_halves_until_there_is_a_history(cast: Cast, ahead: Event):
    held(cast, 30, came=9, missing=1)
    held(cast, 20, came=9, missing=1)
    forecast = forecast_of(ahead, 40, cast.organiser)
    assert (forecast.low, forecast.likely, forecast.high) == (14, 20, 26)
    assert forecast.reasons == (
        "40 people mean to come.",
        "About half of those who say yes come: the rule of halves, until this group's own lists tell more.",
    )


def test_own_median_leans_towards_a_half_where_it_is_of_few(cast: Cast, ahead: Event):
    for days in (30, 20, 10):
        held(cast, days, came=8, missing=2, walked_in=2)
    forecast = forecast_of(ahead, 40, cast.organiser)
    assert (forecast.low, forecast.likely, forecast.high) == (23, 27, 30)  # of 40, and one walk-in
    assert forecast.reasons == (
        "40 people mean to come.",
        "At the last 3 events whose list was kept, 80 of 100 who said yes came (the middle one).",
        "As these are few, the figure leans towards a half.",
        "1 walk-in is usual here.",
    )


def test_only_earlier_events_of_the_group_whose_list_was_kept_tell(cast: Cast, ahead: Event):
    told = held(cast, 10, came=3, missing=1)
    held(cast, 20, came=5, missing=0)  # written down at the door
    held(cast, -20, came=1, missing=1)  # later
    elsewhere = held(cast, 15, came=1, missing=3)
    Event.objects.filter(pk=elsewhere.pk).update(group=cast.swansea)
    off = held(cast, 12, came=1, missing=3)
    Event.objects.filter(pk=off.pk).update(cancelled_at=told.starts_at)
    assert [(each.meant, each.came) for each in held_before(ahead, cast.organiser)] == [(4, 3)]


def test_low_is_never_above_likely_nor_likely_above_high(cast: Cast, ahead: Event):
    for days, came, missing in ((30, 1, 9), (20, 9, 1), (10, 5, 5), (5, 3, 7)):
        held(cast, days, came=came, missing=missing)
    for meant in (0, 1, 2, 7, 100):
        forecast = forecast_of(ahead, meant, cast.organiser)
        assert 0 <= forecast.low <= forecast.likely <= forecast.high


def test_nobody_kept_safe_counts_in_what_was(cast: Cast, ahead: Event):
    event = held(cast, 10, came=3, missing=1)
    attend_many(event=event, rows=[Came(cast.person("protected_member"), State.CAME)])
    assert [(each.meant, each.came) for each in held_before(ahead, cast.organiser)] == [(4, 3)]
