"""Wins that end soon or are to be looked at: in words, on Today and in the list."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings

from m4c.campaigns.casework.roll_up import roll_up_of
from m4c.campaigns.models import Campaign
from m4c.commitments.models import Win
from m4c.commitments.operations.win import look_at_win
from m4c.commitments.wins.standing import standing_of
from m4c.commitments.wins.today import lines
from m4c.leaders.today_lines import Moment
from tests.cast import Cast
from tests.commitments.winning import a_campaign, a_win
from tests.factories import NOW, TODAY

DAY = timedelta(days=1)


@pytest.mark.parametrize(("left", "warned"), [(31, False), (30, True), (0, True)])
def test_it_warns_thirty_days_before_it_ends(cast: Cast, left: int, warned: bool) -> None:
    won = a_win(cast, kind="expiring", expires_on=TODAY + left * DAY)
    standing = standing_of(won, None, TODAY)
    assert (bool(standing.ends), standing.badge) == (warned, "kept")
    assert [line.title for line in lines(cast.leader, Moment(NOW))] == ([won.name] if warned else [])


def test_the_days_are_a_setting_and_what_is_over_says_so(cast: Cast) -> None:
    won = a_win(cast, kind="expiring", expires_on=TODAY + 40 * DAY)
    with override_settings(WIN_WARNING_DAYS=40):
        assert standing_of(won, None, TODAY).ends == "It ends in 40 days, on 14 November 2026."
    over = standing_of(won, None, TODAY + 41 * DAY)
    assert (over.badge, over.words, over.ends) == ("void", "over since 14 November 2026", "")


def test_what_was_seen_last_weighs_most(cast: Cast) -> None:
    won = a_win(cast)
    look_at_win(win=won, stands="no", words="Dark again", on=TODAY, at=NOW, by=cast.leader)
    seen = Win.objects.with_last_look().get().last_seen
    assert (seen, standing_of(won, seen, TODAY).badge) == ("no", "broken")


def test_today_has_what_is_to_be_looked_at_for_those_who_may(cast: Cast) -> None:
    a_win(cast, look_again_on=TODAY)
    a_win(cast, name="Later", look_again_on=TODAY + DAY)
    found = list(lines(cast.leader, Moment(datetime(2026, 10, 6, 9, tzinfo=UTC))))
    assert [(line.title, line.late) for line in found] == [
        ("The lamps burn again", "Overdue since 5 Oct"),
        ("Later", ""),
    ]
    assert list(lines(cast.organiser_elsewhere, Moment(NOW))) == []


def test_wins_of_all_parts_are_added_up_in_the_larger_campaign(cast: Cast) -> None:
    larger, part = a_campaign(cast, "Larger"), a_campaign(cast, "Part")
    Campaign.objects.filter(pk=part.pk).update(rolls_up_to=larger)
    for campaign in (larger, part, part):
        a_win(cast, campaign=campaign)
    found = roll_up_of(larger, cast.organiser)
    assert found
    assert [number for label, number in found.totals if label == "wins"] == [3]
