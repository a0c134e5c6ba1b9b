"""Figures by leader: for themself and their organiser only, alphabetical, and never one kept safe from the reader."""

from datetime import date

import pytest

from m4c.insight.so_far import Reading
from m4c.insight.so_far.figures import Conversations, LeaderFigures
from tests.insight.story import NOW, SUMMER


def names(cast, persona, group=None, **wishes):
    reading = Reading(period=SUMMER, group=group, account=cast.fresh(persona), now=NOW, **wishes)
    return [row.leader for row in reading.report.by_leader]


def test_an_organiser_sees_the_four_numbers_of_each_leader(cast, summer_in_cardiff):
    report = Reading(period=SUMMER, group=cast.cardiff, account=cast.fresh("organiser"), now=NOW).report
    assert report.by_leader == [
        LeaderFigures("Given0 Family000", Conversations(3, 1, 1, 0), Conversations(0, 1, 0, 0)),
        LeaderFigures("Bethan Griffiths", Conversations(5, 4, 2, 1), Conversations(1, 1, 1, 1)),
    ]


def test_a_leader_sees_only_herself(cast, summer_in_cardiff):
    assert names(cast, "leader") == ["Bethan Griffiths"]


@pytest.mark.parametrize("persona", ["editor", "leader_elsewhere", "organiser_elsewhere"])
def test_others_see_no_leader_of_the_group(cast, summer_in_cardiff, persona):
    assert names(cast, persona) == []


def test_leaders_stand_in_alphabetical_order_whatever_they_did(cast, story):
    first, second, third = story.people(cast.cardiff, 3)
    for number, person in ((1, third), (9, first), (5, second)):
        story.pledge(cast.cardiff, person, number, date(2010, 7, 1))
    assert names(cast, "organiser") == [person.name for person in (first, second, third)]


def test_a_leader_kept_safe_is_in_no_list(cast, story):
    safe = cast.person("protected_member")
    story.pledge(cast.cardiff, safe, 4, date(2010, 7, 1))
    for persona in ("organiser", "national_organiser", "editor", "data_protection"):
        assert names(cast, persona) == []


def test_the_list_may_be_bounded_and_says_so(cast, summer_in_cardiff):
    reading = Reading(period=SUMMER, group=None, account=cast.fresh("organiser"), now=NOW, at_most=1)
    assert [row.leader for row in reading.leaders.rows] == ["Given0 Family000"]
    assert reading.leaders.are_more
    assert names(cast, "organiser", at_most=2) == ["Given0 Family000", "Bethan Griffiths"]
