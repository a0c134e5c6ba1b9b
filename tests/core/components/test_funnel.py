"""The funnel's geometry."""

import pytest

from m4c.core.components.funnel import HEIGHT, THREAD, WIDTH, draw


def ends(path):
    """Left and right of a step's upper edge."""
    left, _, rest = path.removeprefix("M").partition(" 0H")
    return float(left), float(rest.partition("V")[0])


def test_widest_step_fills_the_picture_and_others_go_with_their_count():
    picture = draw([("pledged", 200, ""), ("arranged", 150, ""), ("held", 50, "")])
    assert [ends(step.path) for step in picture.steps] == [(0, WIDTH), (50, 350), (150, 250)]
    assert [step.place for step in picture.steps] == [1, 2, 3]
    assert (picture.width, picture.height) == (WIDTH, HEIGHT)


def test_step_flows_into_the_next():
    first = draw([("pledged", 200, ""), ("arranged", 100, "")]).steps[0]
    assert first.path == "M0 0H400V62C400 82 300 82 300 100H100C100 82 0 82 0 62Z"


def test_few_among_many_are_a_thread():
    left, right = ends(draw([("pledged", 10_000, ""), ("held", 1, "")]).steps[1].path)
    assert right - left == THREAD


def test_nothing_is_drawn_for_nothing():
    assert [step.path for step in draw([("pledged", 0, ""), ("held", 0, "")]).steps] == ["", ""]
    assert draw([]).steps == []


def test_more_held_than_pledged_is_drawn_as_it_is():
    picture = draw([("pledged", 5, ""), ("held", 10, "")])
    assert [ends(step.path) for step in picture.steps] == [(100, 300), (0, WIDTH)]


def test_negative_count_is_refused():
    with pytest.raises(ValueError, match="nought"):
        draw([("pledged", -1, "")])
