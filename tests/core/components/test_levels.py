"""The levels' geometry."""

from m4c.core.components.levels import Level, draw


def test_the_largest_has_the_whole_width():
    assert draw([("Pledged", 40), ("Yes", 10)]) == [Level("Pledged", 40, 100.0), Level("Yes", 10, 25.0)]


def test_where_there_is_nobody_all_are_empty():
    assert draw([("Pledged", 0), ("Yes", 0)]) == [Level("Pledged", 0, 0.0), Level("Yes", 0, 0.0)]
    assert draw([]) == []
