"""Reading the files of a full postcode directory."""

import csv
import io
import zipfile
from datetime import date

import pytest

from m4c.places.directory_file import NotADirectory, UnitRow, opened, unit_rows
from m4c.places.models import Kind

COLUMNS = ["pcd7", "doterm", "lad24cd", "pcds", "lad25cd", "wd25cd", "ctry25cd", "pcon24cd", "pfa23cd", "lat", "long"]
BRIXTON = {
    "pcds": "SW9 8AB",
    "lad24cd": "E09000001",
    "lad25cd": "E09000022",
    "wd25cd": "E05014098",
    "ctry25cd": "E92000001",
    "pcon24cd": "E14001175",
    "pfa23cd": "E23000001",
    "lat": "51.46",
    "long": "-0.11",
}


def table(*rows, columns=COLUMNS):
    """A directory with these rows, as text to be read."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return io.StringIO(file.getvalue())


def only_row(file):
    """The one row of a directory, which can be read."""
    (row,) = unit_rows(file)
    assert row is not None
    return row


def test_columns_are_found_by_prefix_and_the_latest_year_is_taken():
    assert only_row(table(BRIXTON)) == UnitRow(
        postcode="SW9 8AB",
        latitude=51.46,
        longitude=-0.11,
        areas={
            Kind.NATION: ("E92000001", "2025"),
            Kind.COUNCIL: ("E09000022", "2025"),
            Kind.WARD: ("E05014098", "2025"),
            Kind.CONSTITUENCY: ("E14001175", "2024"),
            Kind.POLICE: ("E23000001", "2023"),
        },
        ended=None,
    )


def test_column_names_of_before_2025_are_read():
    columns = ["PCDS", "OSLAUA", "OSWARD", "PCON", "PFA"]
    old = dict(zip(columns, ["SW9 8AB", "E09000022", "E05014098", "E14001175", "E23000001"], strict=True))
    row = only_row(table(old, columns=columns))
    assert row.areas[Kind.COUNCIL] == ("E09000022", "")
    assert (row.latitude, row.longitude, row.ended) == (None, None, None)


def test_pseudo_codes_missing_points_and_ended_postcodes_are_understood():
    jersey = BRIXTON | {"lad25cd": "L99999999", "wd25cd": "L99999999", "pcon24cd": "", "lat": "99.999999", "long": "0"}
    row = only_row(table(jersey | {"doterm": "202309"}))
    assert set(row.areas) == {Kind.NATION, Kind.POLICE}
    assert (row.latitude, row.longitude, row.ended) == (None, None, date(2023, 9, 1))


def test_a_row_without_a_postcode_or_cut_short_is_none():
    file = table(BRIXTON | {"pcds": "nonsense"}, BRIXTON | {"pcds": "SW9"})
    file = io.StringIO(file.getvalue() + "SW9 8AB,SW9 8AB\n")
    assert list(unit_rows(file)) == [None, None, None]


@pytest.mark.parametrize("text", ["", "name,email\nAda,ada@example.org\n", "pcds,lat,long\nSW9 8AB,51,0\n", "pcds\x00"])
def test_another_table_is_refused(text):
    with pytest.raises(NotADirectory):
        list(unit_rows(io.StringIO(text)))


def test_of_a_zip_the_largest_table_is_read(tmp_path):
    path = tmp_path / "directory.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Documents/names.csv", "code,name\n")
        archive.writestr("Data/directory.csv", table(BRIXTON).getvalue())
    with opened(path) as file:
        assert only_row(file).postcode == "SW9 8AB"


def test_a_zip_without_a_table_or_a_missing_file_is_refused(tmp_path):
    path = tmp_path / "pictures.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("picture.png", b"")
    for wrong in (path, tmp_path / "nothing.csv"):
        with pytest.raises(NotADirectory), opened(wrong):
            pass
