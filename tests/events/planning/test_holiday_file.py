"""School holidays out of a file: read whole, or refused with the line that is wrong."""

from datetime import date
from pathlib import Path

import pytest

from m4c.events.operations.school_holiday import NewHoliday, SchoolHolidayRefused
from m4c.events.planning.holiday_file import holidays_in

HEAD = "Area,Name,First day,Last day,Source\n"


def written(folder: Path, text: str) -> Path:
    file = folder / "holidays.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_each_line_is_a_holiday(tmp_path: Path) -> None:
    lines = "Cardiff,half-term,2027-02-15,2027-02-19,the council\n\nLambeth,Easter,22/03/2027,2/4/2027,lambeth.gov.uk\n"
    assert holidays_in(written(tmp_path, "\ufeff" + HEAD + lines)) == [
        NewHoliday("Cardiff", "half-term", date(2027, 2, 15), date(2027, 2, 19), "the council"),
        NewHoliday("Lambeth", "Easter", date(2027, 3, 22), date(2027, 4, 2), "lambeth.gov.uk"),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The first line names the columns"),
        ("Town,Holiday\n", "The first line names the columns"),
        (HEAD + "Cardiff,half-term\n", "Line 2 has too few"),
        (HEAD + "Cardiff,half-term,soon,2027-02-19,the council\n", "Line 2: “soon” is no day"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SchoolHolidayRefused, match=says):
        holidays_in(written(tmp_path, text))


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sheet").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SchoolHolidayRefused, match="no text file"):
        holidays_in(tmp_path / "sheet")
