"""Days that do not count: written down once, ended, struck."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.approaches.page import one
from m4c.campaigns.models import ClockPause
from m4c.campaigns.operations.clock_pause import PauseRefused, end_pause, pause_clock, strike_pause
from tests.campaigns.approaches.making import approach_of, campaign_of, holder_of
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers

WEEK = timedelta(days=7)


def pause_of(cast: Cast, **more: object) -> ClockPause:
    given = {"kind": "agreed", "since": TODAY - WEEK, "until": TODAY} | more
    campaign = given.pop("campaign", None) or campaign_of(cast)
    return pause_clock(campaign=campaign, at=NOW, by=cast.organiser, **given)  # type: ignore[arg-type]


def test_its_days_do_not_count_while_it_stands(cast: Cast) -> None:
    approach = approach_of(cast)
    pause = pause_of(cast, campaign=approach.campaign)
    clock = one(approach, TODAY).clock
    assert clock is not None
    assert (clock.days, clock.days_not_counted) == (38, 8)
    assert (
        "8 days are not counted: 28 September 2026 to 5 October 2026 (agreed pause)."
        in one(approach, TODAY).not_counted
    )
    strike_pause(pause=pause, at=NOW, by=cast.organiser)
    clock = one(approach, TODAY).clock
    assert clock is not None
    assert clock.days == 46


def test_of_one_powerholder_alone(cast: Cast) -> None:
    campaign = campaign_of(cast)
    council, owner = holder_of(cast), holder_of(cast, "Mr Kapadia", is_private_owner=True)
    pause_of(cast, campaign=campaign, powerholder=council)
    days = [one(approach_of(cast, campaign, each), TODAY).clock for each in (council, owner)]
    assert [clock.days for clock in days if clock] == [38, 46]


def test_pre_election_periods_hold_for_public_offices_alone(cast: Cast, settings) -> None:
    settings.PRE_ELECTION_PERIODS = [(TODAY - WEEK, TODAY + WEEK)]
    campaign = campaign_of(cast)
    council, owner = holder_of(cast), holder_of(cast, "Mr Kapadia", is_private_owner=True)
    found = [one(approach_of(cast, campaign, each), TODAY) for each in (council, owner)]
    assert [row.clock.days for row in found if row.clock] == [38, 46]
    assert "(pre-election period)" in found[0].not_counted


def test_the_same_twice_is_once_and_it_ends(cast: Cast) -> None:
    campaign = campaign_of(cast)
    first, second = (pause_of(cast, campaign=campaign, until=None) for _ in range(2))
    assert first == second
    end_pause(pause=first, until=TODAY, by=cast.organiser)
    assert ClockPause.objects.get().until == TODAY
    with pytest.raises(PauseRefused):
        end_pause(pause=first, until=TODAY - 9 * WEEK, by=cast.organiser)


@pytest.mark.parametrize("more", [{"kind": "holiday"}, {"until": TODAY - 9 * WEEK}])
def test_what_is_not_clear_is_refused(cast: Cast, more: dict[str, object]) -> None:
    with pytest.raises(PauseRefused):
        pause_of(cast, **more)


def test_who_may_and_who_sees(cast: Cast) -> None:
    campaign = campaign_of(cast)
    given: dict[str, Any] = {"campaign": campaign, "kind": "recess", "since": TODAY, "at": NOW}
    assert doers(lambda account: pause_clock(by=account, **given), cast) == {
        "leader",
        "organiser",
        "national_organiser",
    }
    assert "leader_elsewhere" not in seers(cast, ClockPause.objects.get())
