"""Whatever bytes are given, a sheet is read or refused: nothing else is ever raised."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from m4c.people.sheets.columns import guess_columns
from m4c.people.sheets.kinds import SheetKind
from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import open_sheet
from m4c.people.sheets.text import Delimiter, Encoding
from tests.people.sheets.making import PEOPLE, ods_parts, ods_rows, xlsx_parts, xlsx_rows, zipped

LIMITS = Limits(size=100_000, rows=1000, cell=500, unpacked=1_000_000)
WORKBOOKS = [
    zipped(xlsx_parts(xlsx_rows(PEOPLE), texts="<si><t>x</t></si>", styles="<cellXfs><xf/></cellXfs>")).read(),
    zipped(ods_parts({"June": ods_rows(PEOPLE)})).read(),
]
pytestmark = pytest.mark.slow
CELLS = st.one_of(
    st.text(), st.sampled_from(["Name", "Email", "121s", "sian@example.org", "07700 900001", "=1", "5", ""])
)
MARKS = st.sampled_from(["", ",", ";", "\t", "\r\n", "\n", "\r", '"', '""', "sep=;\r\n", "\ufeff", "\0", "'", "\xa0"])


def read(content, **given_by_person):
    try:
        sheet = open_sheet(io.BytesIO(content), limits=LIMITS, **given_by_person)
    except SheetRefused:
        return
    rows = list(sheet.rows())
    assert len(rows) == sheet.row_count
    assert [row.number for row in rows] == sorted({row.number for row in rows})
    assert all(len(row.cells) == len(sheet.headers) for row in rows)
    for kind in SheetKind:
        columns = guess_columns(sheet.headers, [row.cells for row in rows[:20]], kind).columns
        assert len(columns.kinds) == len(sheet.headers)
        assert columns.doubled == []


@given(st.binary(max_size=2000))
@example(b"\xff\xfe")
@example(b"\xff\xfeA")
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + bytes(18))
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
def test_any_bytes(content):
    read(content)


@given(
    st.lists(st.tuples(CELLS, MARKS), max_size=60).map(lambda parts: "".join(cell + mark for cell, mark in parts)),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"]),
    st.one_of(st.none(), st.sampled_from(Encoding)),
    st.one_of(st.none(), st.sampled_from(Delimiter)),
)
def test_any_text(text, written_in, encoding, delimiter):
    read(text.encode(written_in, "replace"), encoding=encoding, delimiter=delimiter)


@given(
    st.sampled_from(WORKBOOKS), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=20)
)
def test_workbooks_with_any_bytes_changed(workbook, changes):
    content = bytearray(workbook)
    for place, value in changes:
        content[place % len(content)] = value
    read(bytes(content))


@given(st.sampled_from(["<c>", "<row>", "<is>"]), st.text(alphabet='<>/"=crtsvi Adb019&;x', max_size=200))
def test_workbooks_with_any_markup(element, markup):
    read(zipped(xlsx_parts(f"{element}{markup}")).read())
    read(zipped(xlsx_parts(f"<row><c {markup.replace('<', '')}><v>1</v></c></row>")).read())
    read(
        zipped(
            ods_parts({"S": f"<table:table-row><table:table-cell>{markup}</table:table-cell></table:table-row>"})
        ).read()
    )
