"""The power map's geometry."""

import pytest

from m4c.core.components.power_map import GUTTER, LARGE, Row, draw, lines_of


def test_the_most_powerful_stand_at_the_top_and_those_for_us_at_the_right() -> None:
    drawn = draw([Row("a", 10, -3), Row("b", 0, 3)])
    first, last = drawn.signs
    assert (first.y, last.y) == (LARGE.head + LARGE.row / 2, LARGE.head + 10.5 * LARGE.row)
    assert GUTTER < first.x < 50 < last.x < 100
    assert drawn.height > last.y
    assert [lane.sign[-1] for lane in drawn.lanes] == list("3210123")
    assert [lane.side for lane in drawn.lanes][2:5] == ["theirs", "middle", "ours"]


def test_those_of_one_cell_stand_below_each_other_and_more_are_counted() -> None:
    three = draw([Row(str(number), 5, 0) for number in range(3)])
    assert len({sign.y for sign in three.signs}) == 3
    assert three.piles == []
    five = draw([Row(str(number), 5, 0) for number in range(5)])
    assert ([sign.number for sign in five.signs], five.piles[0].count) == ([1, 2], 3)
    assert [sign.number for sign in five.listed] == [1, 2, 3, 4, 5]
    assert five.height == three.height


def test_who_moved_has_an_arrow_from_where_they_stood() -> None:
    drawn = draw([Row("a", 5, 1, was=(5, -1)), Row("b", 5, -1, was=(5, 0)), Row("c", 4, 2, was=(2, 2)), Row("d", 1, 1)])
    assert [arrow.way for arrow in drawn.arrows] == ["towards", "away", "level"]
    assert drawn.ways == ["away", "level", "towards"]
    assert drawn.arrows[0].from_x < drawn.arrows[0].x
    assert drawn.signs[1].name_y < drawn.signs[0].name_y  # above the arrow that comes from its right


def test_a_name_stands_on_three_lines_at_most() -> None:
    assert lines_of("Mr Anand Kapadia") == ["Mr Anand Kapadia"]
    assert lines_of("Member of Parliament for Cardiff South and Penarth Town") == [
        "Member of",
        "Parliament for",
        "Cardiff South and…",
    ]
    assert lines_of("Llanfairpwllgwyngyllgogerych")[0].endswith("…")


def test_small_signs_lead_nowhere_and_nobody_is_an_empty_grid() -> None:
    assert draw([], True).height < draw([]).height
    assert not draw([Row("a", 5, 0)]).opens
    assert draw([Row("a", 5, 0, url="/")]).opens


@pytest.mark.parametrize("row", [Row("a", 11, 0), Row("a", -1, 0), Row("a", 5, 4)])
def test_who_stands_outside_is_refused(row: Row) -> None:
    with pytest.raises(ValueError, match="outside"):
        draw([row])
