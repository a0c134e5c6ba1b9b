"""The ZIP of a mailing list: its files as one sheet, and nothing that swells."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import open_sheet


def zipped(files: Mapping[str, bytes]) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out


def test_files_of_a_list_are_one_sheet():
    sheet = open_sheet(
        zipped(
            {
                "audience/subscribed_1.csv": b"Email Address,Shoe\na@example.org,9\n\nb@example.org,8\n",
                "audience/cleaned_1.csv": b"Email Address,CLEAN_TIME\nc@example.org,2020-01-01\n",
                "__MACOSX/x.csv": b"x",
            }
        )
    )
    assert sheet.headers == ("Mailchimp list", "Email Address", "CLEAN_TIME", "Shoe")
    assert [(row.number, row.cells) for row in sheet.rows()] == [
        (2, ["cleaned", "c@example.org", "2020-01-01", ""]),
        (3, ["subscribed", "a@example.org", "", "9"]),
        (4, ["subscribed", "b@example.org", "", "8"]),
    ]


@pytest.mark.parametrize(
    ("files", "limits", "code"),
    [
        ({"subscribed.csv": b"Email\n" + b"a" * 40_000_000}, Limits(), "swollen"),
        ({f"subscribed_{number}.csv": b"Email\n" for number in range(9)}, Limits(parts=5), "swollen"),
        ({"subscribed.csv": b"Email\n" + b"a@example.org\n" * 9}, Limits(rows=5), "too_many_rows"),
        ({"subscribed.csv": b"Email\n", "virus.exe": b"x"}, Limits(), "not_a_sheet"),
        ({"photos.csv": b"Email\n"}, Limits(), "not_a_sheet"),
    ],
)
def test_what_is_refused(files: Mapping[str, bytes], limits: Limits, code: str):
    with pytest.raises(SheetRefused) as refused:
        open_sheet(zipped(files), limits=limits)
    assert refused.value.code == code
