"""The bars' geometry."""

import pytest

from m4c.core.components.bars import HEIGHT, draw

SERIES = ["full", "taster"]


def test_tallest_column_takes_the_height_and_parts_stack_from_below():
    picture = draw([("7 Jun", [10, 30]), ("14 Jun", [20, 0])], SERIES)
    full, taster = picture.columns[0].parts
    assert (full.top, full.height, full.bottom) == (126, 42, HEIGHT)
    assert (taster.top, taster.height, taster.bottom) == (0, 126, 126)
    assert [column.height for column in picture.columns] == [HEIGHT, 84]
    assert [column.total for column in picture.columns] == [40, 20]


def test_little_is_still_seen_and_nothing_is_not():
    column = draw([("7 Jun", [1, 0]), ("14 Jun", [10_000, 0])], SERIES).columns[0]
    assert [part.height for part in column.parts] == [3, 0]


def test_names_thin_out_when_columns_are_many():
    picture = draw([(str(week), [1, 1]) for week in range(26)], SERIES)
    assert [column.label for column in picture.columns if column.named] == ["0", "4", "8", "12", "16", "20", "24"]
    assert not picture.roomy
    assert draw([("7 Jun", [1, 1])], SERIES).roomy


def test_no_rows_make_no_columns():
    assert draw([], SERIES).columns == []


def test_row_that_does_not_match_the_series_is_refused():
    with pytest.raises(ValueError, match="one count for each series"):
        draw([("7 Jun", [1])], SERIES)
