"""The thermometer's geometry."""

from m4c.core.components.thermometer import FOOT, TOP, draw


def test_target_fills_the_glass():
    picture = draw(value=50, pledged=100, target=200)
    assert (picture.target_top, picture.pledged_top, picture.value_top) == (TOP, 133.0, 191.5)
    assert (picture.pledged_height, picture.value_height) == (117.0, 58.5)


def test_more_than_the_target_rises_above_its_line():
    picture = draw(value=250, pledged=0, target=200)
    assert (picture.value_top, picture.pledged_top) == (TOP, TOP)
    assert picture.target_top > TOP


def test_nobody_yet_is_an_empty_glass():
    assert draw(0, 0, 0).value_top == FOOT
