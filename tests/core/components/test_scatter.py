"""Points between two measures."""

import pytest

from m4c.core.components.scatter import APART, FOOT, LEFT, RADIUS, RIGHT, TOP, draw


def test_the_widest_stands_at_the_right_and_the_highest_at_the_top():
    picture = draw([("Housing", 1.0, 3, "10 people"), ("Travel", 0.0, 1, "none")], lowest=1, highest=3)
    first, second = picture.points
    assert (first.number, first.x, first.y) == (1, RIGHT - RADIUS, TOP + RADIUS)
    assert (second.number, second.x, second.y) == (2, LEFT + RADIUS, FOOT - RADIUS)
    assert (first.label, first.detail) == ("Housing", "10 people")


def test_points_that_fall_together_move_aside():
    one, other, third = draw([("a", 1, 0.5, ""), ("b", 1, 0.5, ""), ("c", 1, 0.5, "")]).points
    assert (one.x - other.x, other.x - third.x) == (APART, APART)
    assert one.y == other.y == third.y


def test_more_than_fit_are_still_drawn():
    assert len(draw([("a", 0, 0, "")] * 200).points) == 200


def test_nothing_is_an_empty_picture_and_less_than_least_is_refused():
    assert draw([]).points == []
    with pytest.raises(ValueError, match="below the least"):
        draw([("a", 0.2, 0.5, "")], lowest=1, highest=3)
