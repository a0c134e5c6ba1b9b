"""Refused rows written to be mended: safe in a spreadsheet, and read again as they were."""

import io

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from m4c.people.sheets.columns import guess_columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import open_sheet
from m4c.people.sheets.writing import is_refusal_header, plain_cell, safe_cell, write_refused

HEADERS = ["Name", "Phone", "121s"]
ROWS = [
    (["=HYPERLINK(1)", "+44 7700 900001", "-"], "No name."),
    (["@SUM(A1)", "-07700", "5"], "No “e-mail”, no phone."),
]


def written(headers, rows):
    out = io.BytesIO()
    write_refused(out, headers, rows)
    return out


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+44 7700 900001", "'+44 7700 900001"),
        ("-5", "'-5"),
        ("@SUM", "'@SUM"),
        ("\t=1", "'\t=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("'=1", "''=1"),
        ("-", "-"),
        ("'t Hooft", "'t Hooft"),
        ("Siân", "Siân"),
        ("", ""),
    ],
)
def test_formulas_are_made_safe_and_plain_again(text, safe):
    assert safe_cell(text) == safe
    assert plain_cell(safe) == text


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("'=+-@\t"))))
def test_a_safe_cell_is_read_as_it_was(text):
    assert plain_cell(safe_cell(text)) == text


def test_refused_rows_are_written_with_their_reasons():
    lines = written(HEADERS, ROWS).getvalue().decode("utf-8-sig").split("\r\n")
    assert written(HEADERS, ROWS).getvalue().startswith(b"\xef\xbb\xbf")
    assert lines == [
        "Name,Phone,121s,Why it was refused",
        "'=HYPERLINK(1),'+44 7700 900001,-,No name.",
        "'@SUM(A1),'-07700,5,\"No “e-mail”, no phone.\"",
        "",
    ]


def test_written_rows_are_read_again_without_their_reasons():
    sheet = open_sheet(written(HEADERS, ROWS))
    kinds = guess_columns(sheet.headers, [row.cells for row in sheet.sample()], SheetKind.SIGN_IN).columns.kinds
    assert [row.cells[:3] for row in sheet.rows()] == [cells for cells, _reason in ROWS]
    assert kinds[3] == ColumnKind.REFUSAL
    again = written(sheet.headers, [(row.cells, "Still no name.") for row in sheet.rows()])
    assert open_sheet(again).headers == ("Name", "Phone", "121s", "Why it was refused")
    assert [row.cells[3] for row in open_sheet(again).rows()] == ["Still no name."] * 2


def test_rows_of_a_sheet_without_headers_are_read_again():
    sheet = open_sheet(written(["", ""], [(["Siân Rhys", "sian@example.org"], "Why not?")]))
    assert (sheet.header_row, sheet.headers) == (1, ("", "", "Why it was refused"))
    assert [row.cells[:2] for row in sheet.rows()] == [["Siân Rhys", "sian@example.org"]]


def test_short_rows_are_filled():
    assert written(["a", "b"], [(["1"], "why")]).getvalue().endswith(b"1,,why\r\n")


def test_reasons_are_known_in_any_language():
    for code in ("en", "cy"):
        with translation.override(code):
            assert is_refusal_header("  why it was REFUSED: ")
    assert not is_refusal_header("")
