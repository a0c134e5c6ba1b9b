"""Asking after a commitment: by its keeper too, with or without a campaign, by the one clock with its pauses."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import override_settings

from m4c.campaigns.approaches.reading import Clocked
from m4c.campaigns.models import Approach
from m4c.campaigns.operations.approach import Answer, ApproachRefused
from m4c.campaigns.operations.clock_pause import PauseRefused
from m4c.commitments.models import Commitment
from m4c.commitments.operations.asking_after import answered_after, ask_after, pause_asking, strike_asking_pause
from m4c.commitments.watching.clock import clock_of, is_seen
from m4c.people.models import Engagement
from tests.campaigns.press.telling import ready
from tests.cast import Cast
from tests.commitments.promising import a_promise
from tests.factories import NOW, TODAY, doers

DAY = timedelta(days=1)


def asked(cast: Cast, promise: Commitment, ago: int = 20, **more: Any) -> Approach:
    """We asked by letter so many days ago, with a week to answer."""
    facts: dict[str, Any] = {"on": TODAY - ago * DAY, "channel": "letter", "asked": "When do you come?"}
    facts |= {"answer_due": TODAY - (ago - 7) * DAY, "at": NOW, "by": cast.leader}
    approach, _promise = ask_after(commitment=promise, **(facts | more))
    assert isinstance(approach, Approach)
    return approach


def clock(cast: Cast, promise: Commitment, who: str = "leader") -> Clocked:
    """What it says today."""
    found = clock_of(promise, getattr(cast, who), TODAY)
    assert found
    return found


def test_one_without_a_campaign_has_the_same_clock(cast: Cast) -> None:
    promise = a_promise(cast)
    assert clock_of(promise, cast.leader, TODAY) is None
    approach = asked(cast, promise)
    assert (approach.campaign, approach.group, approach.by_person) == (None, cast.cardiff, cast.leader.person)
    says = clock(cast, promise)
    assert (says.standing, says.badge, says.approach) == ("no answer for 20 days", "late", approach)
    assert Engagement.objects.filter(kind="approached_powerholder", group=cast.cardiff).count() == 1
    assert clock_of(promise, cast.leader_elsewhere, TODAY) is None


def test_the_clock_of_another_group_or_campaign_is_not_its_own(cast: Cast) -> None:
    promise = a_promise(cast)
    asked(cast, a_promise(cast, promise.powerholder, cast.england), by=cast.operator)
    asked(cast, a_promise(cast, promise.powerholder, campaign=ready(cast)))
    asked(cast, a_promise(cast))
    assert clock_of(promise, cast.operator, TODAY) is None


def test_in_a_campaign_it_is_an_approach_of_the_campaign(cast: Cast) -> None:
    promise = a_promise(cast, campaign=ready(cast))
    approach = asked(cast, promise)
    assert (approach.campaign, approach.group) == (promise.campaign, None)
    assert clock(cast, promise).approach == approach
    with pytest.raises(ApproachRefused) as refused:
        pause_asking(commitment=promise, kind="recess", since=TODAY, at=NOW, by=cast.leader)
    assert refused.value.code == "of_campaign"


def test_recesses_and_pre_election_periods_hold(cast: Cast) -> None:
    promise = a_promise(cast)
    asked(cast, promise)
    given: dict[str, Any] = {"commitment": promise, "at": NOW, "by": cast.leader}
    recess: dict[str, Any] = {"kind": "recess", "since": TODAY - 15 * DAY, "until": TODAY - 11 * DAY}
    pause = pause_asking(**given, **recess, words="the council's recess")
    assert pause_asking(**given, **recess) == pause
    says = clock(cast, promise)
    assert says.clock
    assert (says.clock.days, says.clock.due) == (15, TODAY - 8 * DAY)
    assert "the council's recess" in says.not_counted
    with override_settings(PRE_ELECTION_PERIODS=[(TODAY - 8 * DAY, TODAY)]):
        held = clock(cast, promise).clock
        assert held
        assert (held.is_silent, held.days) == (False, 6)
    for wrong in ({"kind": "rain"}, {"until": TODAY - 16 * DAY}):
        with pytest.raises(PauseRefused):
            pause_asking(**given, **(recess | wrong))
    with pytest.raises(ApproachRefused):
        strike_asking_pause(commitment=a_promise(cast), pause=pause, at=NOW, by=cast.leader)
    strike_asking_pause(commitment=promise, pause=pause, at=NOW, by=cast.leader)
    struck = clock(cast, promise).clock
    assert struck
    assert struck.days == 20


def test_the_day_to_ask_is_done_with_it_and_the_next_is_after_their_answer_is_due(cast: Cast) -> None:
    promise = a_promise(cast, next_contact_on=TODAY)
    asked(cast, promise, ago=0)
    assert promise.next_contact_on == TODAY + 8 * DAY
    asked(cast, promise, ago=0, answer_due=None)
    assert promise.next_contact_on == TODAY + 8 * DAY  # a day to come stays
    again = a_promise(cast, next_contact_on=TODAY)
    asked(cast, again, ago=0, answer_due=None)
    assert again.next_contact_on is None


def test_an_answer_stops_it(cast: Cast) -> None:
    promise = a_promise(cast)
    approach, answer = asked(cast, promise), Answer("answered", TODAY, "In November.")
    given: dict[str, Any] = {"answer": answer, "at": NOW, "by": cast.leader}
    with pytest.raises(ApproachRefused) as refused:
        answered_after(commitment=a_promise(cast), approach=approach, **given)
    assert refused.value.code == "elsewhere"
    answered_after(commitment=promise, approach=approach, **given)
    assert (clock(cast, promise).clock, clock(cast, promise).standing) == (None, "answered")


def test_its_keeper_asks_whatever_their_role_and_reads_no_more_than_they_may(cast: Cast) -> None:
    promise = a_promise(cast, keeper=cast.person("member"))
    asked(cast, promise, by=cast.member)
    says = clock(cast, promise, "member")
    assert (says.standing, is_seen(says, cast.member), is_seen(says, cast.leader)) == (
        "no answer for 20 days",
        False,
        True,
    )
    may, answer = {"leader", "organiser", "national_organiser", "member"}, Answer("acknowledged", TODAY)
    assert doers(lambda by: asked(cast, promise, by=by), cast) == may
    latest = clock(cast, promise).approach
    given: dict[str, Any] = {"commitment": promise, "at": NOW}
    assert doers(lambda by: answered_after(**given, approach=latest, answer=answer, by=by), cast) == may
    pause = pause_asking(**given, kind="agreed", since=TODAY, by=cast.member)
    assert doers(lambda by: pause_asking(**given, kind="agreed", since=TODAY, by=by), cast) == may
    assert doers(lambda by: strike_asking_pause(**given, pause=pause, by=by), cast) == may


def test_nothing_is_asked_before_it_was_promised_or_in_days_to_come(cast: Cast) -> None:
    promise = a_promise(cast)
    for more in ({"on": TODAY + DAY}, {"on": TODAY - 61 * DAY}, {"asked": " "}, {"channel": "smoke"}):
        with pytest.raises(ApproachRefused):
            asked(cast, promise, **more)
