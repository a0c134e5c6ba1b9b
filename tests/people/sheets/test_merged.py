"""Cells merged downwards: one leader's name beside several rows is said of each."""

import openpyxl
import pytest

from m4c.people.sheets.merged import filled_down, merged_downwards
from m4c.people.sheets.reading import open_sheet


def rows_of(tmp_path, rows, *ranges):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for each in ranges:
        book.active.merge_cells(each)
    book.save(tmp_path / "book.xlsx")
    return [row.cells for row in open_sheet(tmp_path / "book.xlsx").rows()]


def test_what_is_merged_downwards_is_said_of_each_row(tmp_path):
    rows = [["Name", "Brought by", "State"], ["Ruth", "Bethan", "came"], ["Bea", None, "came"], ["Cal", None, "no"]]
    assert rows_of(tmp_path, rows, "B2:B3") == [
        ["Ruth", "Bethan", "came"],
        ["Bea", "Bethan", "came"],
        ["Cal", "", "no"],
    ]


def test_a_merged_last_column_widens_its_rows(tmp_path):
    rows = [["Name", "Brought by"], ["Ruth", "Bethan"], ["Bea"], ["Cal"], ["Deb", "Owen"]]
    assert [row[1] for row in rows_of(tmp_path, rows, "B2:B4")] == ["Bethan", "Bethan", "Bethan", "Owen"]


def test_titles_merged_across_and_rows_that_are_blank_stay_as_they_are(tmp_path):
    rows = [["Our assembly"], [], ["Name", "Brought by"], ["Ruth", "Bethan"], [], ["Bea"]]
    assert rows_of(tmp_path, rows, "A1:B1", "B4:B6") == [["Ruth", "Bethan"], ["Bea", "Bethan"]]


def test_a_mark_is_found_across_two_chunks():
    xml = b'<worksheet><mergeCells count="2"><mergeCell ref="E5:E7"/><x:mergeCell a="b" ref="AA8:AC9" /></mergeCells>'
    for cut in range(len(xml)):
        assert merged_downwards([xml[:cut], xml[cut:]]) == {5: [("E", 7)], 8: [("AA", 9)]}


@pytest.mark.parametrize("cells", [["", "her own"], ["a", "her own", "b"]])
def test_what_a_cell_holds_itself_stands(cells):
    rows = [(1, ["a", "merged"]), (2, list(cells)), (3, ["c"])]
    assert list(filled_down(rows, {1: [(1, 3)]})) == [(1, ["a", "merged"]), (2, cells), (3, ["c", "merged"])]
