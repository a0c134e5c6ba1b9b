"""What a kit's page tells of its runs."""

from datetime import date

from m4c.campaigns.kits.page import Runs
from m4c.campaigns.models import KitRun

DAY = date(2010, 8, 26)


def run(pk: int, place: str, **given: object) -> KitRun:
    """A run that stands nowhere."""
    return KitRun(pk=pk, place=place, **given)


def test_a_day_on_which_it_was_run_in_many_places_is_told():
    runs = Runs([run(3, "Slough", on=DAY), run(2, "Cardiff", on=DAY), run(1, "Cardiff", on=date(2011, 8, 1), came=7)])
    assert (runs.most_on_a_day, runs.places, runs.came) == ((DAY, 2), 2, 7)


def test_one_place_a_day_is_no_such_day():
    assert Runs([run(1, "Cardiff", on=DAY), run(2, "Cardiff", on=DAY)]).most_on_a_day is None
    assert Runs([]).most_on_a_day is None


def test_each_run_stands_under_the_one_it_was_taken_over_from():
    runs = Runs([run(3, "Leicester", taken_from_id=2), run(2, "London", taken_from_id=1), run(1, "Manchester")])
    top = runs.tree[0]
    assert [top.run.place, top.grown[0].run.place, top.grown[0].grown[0].run.place] == [
        "Manchester",
        "London",
        "Leicester",
    ]


def test_a_run_whose_first_is_not_seen_stands_by_itself():
    assert [branch.run.place for branch in Runs([run(3, "Leicester", taken_from_id=2)]).tree] == ["Leicester"]


def test_only_runs_with_a_point_are_on_the_map():
    runs = Runs([run(1, "Cardiff", latitude=51.5, longitude=-3.2, came=9), run(2, "Nowhere")])
    assert runs.points == [(51.5, -3.2, 9, "Cardiff")]
