"""The dot map's geometry."""

from m4c.core.components.dot_map import LARGEST, LONGEST, MARGIN, draw

CARDIFF, NORWICH = (51.48, -3.18, 100, "Cardiff"), (52.63, 1.30, 25, "Norwich")


def test_north_is_up_and_east_is_right():
    cardiff, norwich = draw([CARDIFF, NORWICH]).dots
    assert norwich.y < cardiff.y
    assert norwich.x > cardiff.x


def test_area_goes_with_the_count_and_largest_comes_first():
    dots = draw([NORWICH, CARDIFF]).dots
    assert [(dot.label, dot.r) for dot in dots] == [("Cardiff", LARGEST), ("Norwich", 14.5)]


def test_every_dot_lies_inside_the_picture():
    picture = draw([CARDIFF, NORWICH, (57.15, -2.09, 3, "Aberdeen"), (50.26, -5.05, 1, "Truro")])
    assert max(picture.width, picture.height) == LONGEST
    for dot in picture.dots:
        assert MARGIN <= dot.x <= picture.width - MARGIN
        assert MARGIN <= dot.y <= picture.height - MARGIN


def test_one_place_alone_stands_in_the_middle_of_its_region():
    picture = draw([CARDIFF])
    assert (picture.dots[0].x, picture.dots[0].y) == (picture.width / 2, picture.height / 2)


def test_base_dots_that_fall_together_are_written_once():
    base = [(51.5, -3.2), (51.5001, -3.2001), (51.9, -3.2), (57.0, -2.0)]
    assert draw([CARDIFF], base).base.count("h0") == 2


def test_without_points_the_frame_holds_the_whole_base():
    picture = draw([], [(50.0, -5.0), (58.0, -3.0)])
    assert picture.dots == []
    assert picture.base.count("h0") == 2


def test_without_anything_the_picture_is_empty():
    picture = draw([])
    assert (picture.dots, picture.names, picture.base) == ([], [], "")


def test_names_stand_where_nothing_is_in_the_way():
    beside = (51.48, -2.60, 90, "Bristol")
    names = {name.text: name.anchor for name in draw([CARDIFF, beside, NORWICH]).names}
    assert names == {"Cardiff": "middle", "Bristol": "start", "Norwich": "end"}


def test_long_lists_are_folded():
    picture = draw([(51 + n / 10, -3.0, 20 - n, f"Place {n}") for n in range(15)])
    assert (len(picture.first), len(picture.rest)) == (12, 3)
