"""Whoever is kept safe counts in a report just where the lists beside it show her: subtracting tells of nobody."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.event import count_heads
from m4c.insight.so_far import Reading, SoFar
from m4c.insight.so_far import reach as reach_module
from m4c.insight.so_far.beginning import first_day
from m4c.insight.so_far.figures import Conversations, Events, HouseMeetings, PledgedThere, Trained
from m4c.insight.so_far.public import public_figures
from m4c.insight.so_far.reach import reach_of
from m4c.leaders.models import TrainingSession
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.models import Protection
from m4c.people.operations.protection import lift_protection
from tests.cast import Cast
from tests.insight.story import NOW, SUMMER, Story

WITHOUT_HER = (Trained(6, 6, 0), Conversations(2, 1, 1, 0), HouseMeetings(0, 0, 0, 0, 0), Events(2, 13, 7))
WITH_HER = (Trained(7, 7, 0), Conversations(6, 4, 4, 0), HouseMeetings(0, 1, 1, 0, 6), Events(3, 20, 7))


@pytest.fixture
def told(cast: Cast, story: Story) -> Story:
    """A summer in which she was trained, pledged, talked and hosted, beside six others."""
    her, others = cast.person("protected_member"), story.people(cast.cardiff, 6)
    session = story.session(cast.cardiff, "full", date(2010, 6, 5), [her, *others])
    meeting = story.event(cast.cardiff, date(2010, 6, 6), [her, *others])
    count_heads(event=meeting, number=7, by=cast.operator)
    story.pledge(cast.cardiff, her, 4, date(2010, 6, 5), session=session)
    story.pledge(cast.cardiff, others[0], 2, date(2010, 6, 5), session=session)
    for asker, other in [(her, others[0]), (others[0], her), (cast.person("leader"), her), (others[0], others[1])]:
        story.one_to_one(cast.cardiff, asker, other, date(2010, 7, 2), "held")
    story.house_meeting(cast.cardiff, her, date(2010, 7, 3), "held", people=6)
    return story


def read(cast: Cast, persona: str) -> SoFar:
    return Reading(period=SUMMER, group=cast.cardiff, account=cast.fresh(persona), now=NOW).report


def parts(report: SoFar) -> tuple[object, ...]:
    return report.trained, report.one_to_ones, report.house_meetings, report.events


@pytest.mark.parametrize("persona", ["organiser", "national_organiser", "editor", "data_protection"])
def test_she_is_left_out_of_every_figure(cast: Cast, told: Story, persona: str) -> None:
    report = read(cast, persona)
    assert parts(report) == WITHOUT_HER
    (group,) = report.by_group
    assert (group.trained, group.one_to_ones, group.house_meetings, group.events) == WITHOUT_HER
    (session,) = report.by_session
    assert (session.trained, session.pledged) == (6, PledgedThere(one_to_ones=2))
    assert "Čermáková" not in str(report.as_json())


def test_the_system_counts_as_those_who_may_not_see_her(cast: Cast, told: Story) -> None:
    report = Reading(period=SUMMER, group=None, account=cast.operator, now=NOW).report
    assert parts(report) == WITHOUT_HER


def test_her_own_contact_counts_her_as_the_lists_do(cast: Cast, told: Story) -> None:
    assert parts(read(cast, "leader")) == WITH_HER


def test_once_it_is_lifted_she_counts_for_everybody(cast: Cast, told: Story) -> None:
    lift_protection(protection=Protection.objects.get(), at=timezone.now(), by=cast.safeguarding)
    assert parts(read(cast, "organiser")) == WITH_HER


@pytest.mark.parametrize("persona", ["organiser", "leader"])
def test_the_report_counts_as_the_pages_beside_it(cast: Cast, told: Story, persona: str) -> None:
    account, report = cast.fresh(persona), read(cast, persona)
    session: Any = TrainingSession.objects.with_trained(account).get()
    assert report.by_session[0].trained == session.trained
    events: Any = Event.objects.with_turnout(account).order_by("-starts_at")
    came = [event.came for event in events]
    assert came[-2:] == [report.trained.total, report.trained.total]
    if persona == "organiser":  # who sees all of the group's conversations in a list
        assert report.one_to_ones.held == OneToOne.objects.visible_to(account).held().count()
        assert report.house_meetings.held == HouseMeeting.objects.visible_to(account).held().count()


def test_many_are_left_out_as_few_are(cast: Cast, told: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach_module, "IDS_UP_TO", 0)
    assert parts(read(cast, "organiser")) == WITHOUT_HER


def test_where_nobody_is_hidden_nothing_is_asked(cast: Cast) -> None:
    assert reach_of(cast.fresh("organiser"), None).shows("person") != reach_of(cast.fresh("leader"), None).shows(
        "person"
    )
    assert not reach_of(cast.fresh("leader"), None).shows("person")


def test_what_is_published_leaves_her_out_whoever_publishes(cast: Cast, told: Story) -> None:
    reading = Reading(period=SUMMER, group=cast.cardiff, account=cast.fresh("leader"), now=NOW)
    assert reading.report.trained.total == 7
    figures = public_figures(reading)
    assert figures["trained"]["total"] == 6
    assert figures["events"] == {"held": 2, "attendances": 13, "largest": 7}


def test_all_time_does_not_begin_with_what_is_hidden(cast: Cast, story: Story) -> None:
    her, other = cast.person("protected_member"), story.people(cast.cardiff, 1)[0]
    story.pledge(cast.cardiff, her, 4, date(2009, 3, 1))
    story.one_to_one(cast.cardiff, other, her, date(2009, 4, 1), "held")
    story.one_to_one(cast.cardiff, other, cast.person("leader"), date(2010, 7, 1), "held")
    assert first_day(reach_of(cast.fresh("organiser"), None)) == date(2010, 7, 1)
    assert first_day(reach_of(cast.fresh("leader"), None)) == date(2009, 3, 1)


def test_to_leave_somebody_out_takes_one_query_more(cast: Cast, told: Story, django_assert_num_queries) -> None:
    for persona, queries in (("organiser", 16), ("leader", 15)):
        account = cast.fresh(persona)
        with django_assert_num_queries(queries):
            assert Reading(period=SUMMER, group=cast.cardiff, account=account, now=NOW).report.as_json()
