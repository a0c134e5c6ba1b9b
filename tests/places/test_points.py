"""Points for dot maps."""

import pytest

from m4c.places.lookup import Point
from m4c.places.points import country_points, points_for

pytestmark = pytest.mark.django_db


def test_points_are_those_of_sector_or_district():
    assert points_for(["SW9 8AB", "SW9", "BT1 5GS", "GIR 0AA", "nonsense"]) == {
        "SW9 8AB": Point(51.46244, -0.11215),
        "SW9": Point(51.46937, -0.11391),
        "BT1 5GS": Point(54.59941, -5.92838),
    }


def test_points_take_three_queries_for_any_number(django_assert_num_queries):
    with django_assert_num_queries(3):
        points_for(["SW9 8AB", "CF3"])
    with django_assert_num_queries(3):
        points_for([f"CF{number}" for number in range(1, 80)] + ["SW9 8AB"])


def test_the_country_reaches_from_scilly_to_shetland_and_is_read_once(django_assert_num_queries):
    points = country_points()
    with django_assert_num_queries(0):
        assert country_points() is points
    assert (min(points).latitude, max(points).latitude) == (49.89517, 60.59516)
    assert len(points) == 8947
