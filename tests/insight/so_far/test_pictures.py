"""What the pictures are drawn from: places on the map, and training over time."""

from datetime import date

from m4c.insight.so_far import Period, Reading
from m4c.insight.so_far.pictures import Pictures, step_for
from m4c.insight.so_far.public import public_figures
from tests.insight.story import NOW, SUMMER


def read(cast, period=SUMMER, group=None):
    return Reading(period=period, group=group, account=cast.fresh("national_organiser"), now=NOW)


def test_places_are_groups_that_trained_somebody_where_they_are_at_home(cast, summer_in_cardiff):
    places = Pictures.of(read(cast)).places
    assert [(count, name) for _latitude, _longitude, count, name in places] == [
        (9, "Cardiff"),
        (7, "Manchester"),
        (6, "St Mellons"),
    ]
    assert (round(places[0][0], 1), round(places[0][1], 1)) == (51.5, -3.2)


def test_weeks_begin_on_monday_and_empty_ones_are_there(cast, story):
    people = story.people(cast.cardiff, 3)
    story.session(cast.cardiff, "full", date(2010, 6, 6), people)  # the Sunday of the week of 31 May
    story.session(cast.cardiff, "taster", date(2010, 6, 14), people[:1])
    pictures = Pictures.of(read(cast, Period(date(2010, 6, 1), date(2010, 6, 22))))
    assert pictures.step == "week"
    assert pictures.steps == [
        ("2010-05-31", 3, 0),
        ("2010-06-07", 0, 0),
        ("2010-06-14", 0, 1),
        ("2010-06-21", 0, 0),
    ]
    assert pictures.columns[0] == ("31 May", [3, 0])


def test_the_weeks_end_today_whatever_the_period(cast, story):
    story.session(cast.cardiff, "full", date(2010, 11, 29), story.people(cast.cardiff, 3))
    pictures = Pictures.of(read(cast, Period(date(2010, 11, 22), date(2010, 12, 31))))
    assert [step[0] for step in pictures.steps] == ["2010-11-22", "2010-11-29"]


def test_long_periods_go_by_month_or_year():
    assert step_for(date(2010, 1, 1), date(2010, 6, 30)) == "week"
    assert step_for(date(2010, 1, 1), date(2012, 12, 31)) == "month"
    assert step_for(date(2010, 1, 1), date(2013, 1, 1)) == "year"


def test_a_long_period_begins_with_its_first_training(cast, story):
    story.session(cast.cardiff, "full", date(2010, 10, 3), story.people(cast.cardiff, 3))
    pictures = Pictures.of(read(cast, Period(date(1950, 1, 1), date(2010, 12, 31))))
    assert (pictures.step, pictures.steps[0][0], len(pictures.steps)) == ("week", "2010-09-27", 10)


def test_without_training_there_is_nothing_to_draw(cast):
    assert Pictures.of(read(cast)) == Pictures([], "week", [])


def test_public_pictures_do_not_say_what_the_figures_withhold(cast, story):
    story.session(cast.manchester, "full", date(2010, 6, 5), story.people(cast.manchester, 30))
    reading = read(cast)
    whole = Pictures.public(reading, public_figures(reading))
    assert [place[2:] for place in whole.places] == [(30, "Manchester")]
    assert sum(full for _first, full, _taster in whole.steps) == 30
    story.session(cast.cardiff, "full", date(2010, 7, 5), story.people(cast.cardiff, 3))
    reading = read(cast)
    assert Pictures.public(reading, public_figures(reading)) == Pictures([], "week", [])


def test_pictures_are_kept_and_read_again(cast, summer_in_cardiff):
    pictures = Pictures.of(read(cast))
    assert Pictures.from_json(pictures.as_json()) == pictures
