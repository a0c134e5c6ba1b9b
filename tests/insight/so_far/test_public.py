"""The public version: no leader's name, no title that is not public, no small number and none to work one out from."""

import json
from datetime import date

import pytest

from m4c.events.operations.event import edit_event
from m4c.insight.so_far import Reading
from m4c.insight.so_far.public import public_figures, withhold_small
from tests.insight.story import NOW, SUMMER

SMALL, TELLING = "fewer than five", "not shown"


def public(cast, group=None, persona="national_organiser"):
    return public_figures(Reading(period=SUMMER, group=group, account=cast.fresh(persona), now=NOW))


def row(group, trained=0, full=0, taster=0, pledged=0, held=0, attendances=0):
    four = {"pledged": pledged, "arranged": held, "held": held, "followed_up": 0}
    return {
        "group": group,
        "trained": {"total": trained, "full": full, "taster": taster},
        "one_to_ones": dict(four),
        "house_meetings": dict.fromkeys([*four, "people_attending"], 0),
        "events": {"held": 2, "attendances": attendances, "largest": attendances},
    }


def test_no_leader_is_in_it(cast, summer_in_cardiff):
    reading = Reading(period=SUMMER, group=cast.cardiff, account=cast.fresh("organiser"), now=NOW)
    assert "Bethan Griffiths" in json.dumps(reading.report.as_json())
    assert "by_leader" not in public_figures(reading)
    assert "Bethan" not in json.dumps(public(cast))


def test_titles_and_places_are_there_only_for_public_events(cast, story):
    session = story.session(
        cast.cardiff, "full", date(2010, 6, 5), story.people(cast.cardiff, 8), title="At the hostel"
    )
    assert [(each["title"], each["place"]) for each in public(cast)["by_session"]] == [("Training session", "")]
    edit_event(event=session.event, values={"visibility": "public"}, by=cast.operator)
    assert [(each["title"], each["place"]) for each in public(cast)["by_session"]] == [("At the hostel", "Cardiff")]


def test_figures_from_one_to_four_are_replaced_and_nought_stands(cast, story):
    story.session(cast.cardiff, "full", date(2010, 6, 5), story.people(cast.cardiff, 4))
    figures = public(cast, cast.cardiff)
    assert figures["trained"] == {"total": SMALL, "full": SMALL, "taster": 0}
    assert figures["by_group"][0]["trained"] == {"total": SMALL, "full": SMALL, "taster": 0}
    assert figures["by_session"][0]["trained"] == SMALL
    assert figures["events"] == {"held": 1, "attendances": SMALL, "largest": SMALL}


def test_a_part_is_not_given_away_by_its_whole():
    figures = row("all", trained=10, full=8, taster=2) | {"by_group": [], "by_session": []}
    withhold_small(figures)
    assert figures["trained"] == {"total": 10, "full": TELLING, "taster": SMALL}


def test_a_place_is_not_given_away_by_the_others():
    groups = [row("A", pledged=3), row("B", pledged=9), row("C", pledged=40)]
    figures = row("all", pledged=52) | {"by_group": groups, "by_session": []}
    withhold_small(figures)
    assert [each["one_to_ones"]["pledged"] for each in groups] == [SMALL, TELLING, 40]
    assert figures["one_to_ones"]["pledged"] == 52


def test_a_session_is_not_given_away_by_its_group(cast, story):
    story.session(cast.cardiff, "full", date(2010, 6, 5), story.people(cast.cardiff, 30))
    story.session(cast.cardiff, "full", date(2010, 7, 5), story.people(cast.cardiff, 3))
    figures = public(cast, cast.cardiff)
    assert figures["by_group"][0]["trained"]["total"] == 33
    assert [each["trained"] for each in figures["by_session"]] == [SMALL, TELLING]


@pytest.mark.parametrize("number", [5, 100])
def test_larger_figures_stand(number):
    figures = row("all", trained=number, full=number) | {"by_group": [], "by_session": []}
    withhold_small(figures)
    assert figures["trained"] == {"total": number, "full": number, "taster": 0}
