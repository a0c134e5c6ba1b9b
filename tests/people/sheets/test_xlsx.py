"""XLSX: what programs write into cells comes out as a person would type it."""

import datetime

import openpyxl
import pytest

from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import open_sheet
from tests.people.sheets.making import PEOPLE, xlsx_parts, xlsx_rows, zipped

DATES = (
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
)
FORMATS = '<numFmts><numFmt numFmtId="164" formatCode="[$-809]dd&quot; of &quot;mmmm"/><numFmt numFmtId="165" '
STYLES = FORMATS + 'formatCode="[Red]0.00 &quot;days&quot;"/></numFmts>' + DATES


def first_column(sheet, **parts):
    opened = open_sheet(zipped(xlsx_parts(f'<row r="1"><c t="str"><v>Notes</v></c></row>{sheet}', **parts)))
    return [(row.number, row.cells[0]) for row in opened.rows()]


def value_of(cell, **parts):
    [(_number, value)] = first_column(f'<row r="2">{cell}</row>', **parts)
    return value


def test_a_workbook_made_by_another_program(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["First name", "Mobile", "121s", "House meetings", "Date", "Seen", "Share", "Met at"])
    book.active.append(
        [
            "Siân",
            7700900001,
            5,
            2.0,
            datetime.date(2010, 7, 5),
            datetime.datetime(2010, 7, 5, 18, 30),
            0.25,
            datetime.time(9),
        ]
    )
    book.active.append([])
    book.active.append(["Owen", "+447700900002", "ten", None, "5 July", True, 1 / 3, "=1+1"])
    book.active["G2"].number_format = "0%"
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.save(tmp_path / "book.xlsx")
    sheet = open_sheet(tmp_path / "book.xlsx")
    assert sheet.origin.tabs == ["Sheet"]
    assert [(row.number, row.cells) for row in sheet.rows()] == [
        (2, ["Siân", "7700900001", "5", "2", "2010-07-05", "2010-07-05 18:30", "25%", "09:00"]),
        (4, ["Owen", "+447700900002", "ten", "", "5 July", "TRUE", "0.333333333333333", ""]),
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>5.0</v></c>", "5"),
        ("<c><v>7.700900001E9</v></c>", "7700900001"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"),
        ("<c><v>-2</v></c>", "-2"),
        ('<c s="1"><v>40364</v></c>', "2010-07-05"),
        ('<c s="1"><v>40364.770833</v></c>', "2010-07-05 18:30"),
        ('<c s="1"><v>59</v></c>', "1900-02-28"),
        ('<c s="1"><v>61</v></c>', "1900-03-01"),
        ('<c s="1"><v>0.0423611</v></c>', "01:01"),
        ('<c s="1"><v>-4</v></c>', "-4"),
        ('<c s="1"><v>99999999</v></c>', "99999999"),
        ('<c s="1"><v>soon</v></c>', "soon"),
        ('<c s="3"><v>40364</v></c>', "2010-07-05"),
        ('<c s="4"><v>40364</v></c>', "40364"),
        ('<c s="2"><v>0.5</v></c>', "50%"),
        ('<c s="99"><v>5</v></c>', "5"),
        ('<c t="d"><v>2010-07-05T00:00:00</v></c>', "2010-07-05"),
        ('<c t="b"><v>0</v></c>', "FALSE"),
        ('<c t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c t="str"><f>A1</f><v>Siân</v></c>', "Siân"),
        ('<c t="inlineStr"><is><r><t>Si</t></r><r><t>ân</t></r><rPh><t>SHAAN</t></rPh></is></c>', "Siân"),
        ('<c t="str"><v>A_x000D_\nB_xD83D_</v></c>', "A\nB"),
    ],
)
def test_cells(cell, value):
    assert value_of(cell, styles=STYLES) == value


def test_shared_texts_and_dates_counted_from_1904():
    texts = "<si><t>Siân</t><rPh><t>SHAAN</t></rPh></si><si><r><t>Ow</t></r><r><t>en</t></r></si>"
    sheet = '<row><c t="s"><v>1</v></c></row><row r="9"><c t="s"><v>0</v></c></row>'
    assert first_column(sheet, texts=texts) == [(2, "Owen"), (9, "Siân")]
    assert value_of('<c s="1"><v>38902</v></c>', styles=STYLES, book='<workbookPr date1904="1"/>') == "2010-07-05"


def test_cells_may_be_out_of_order_and_rows_may_lack_numbers():
    headers = '<row><c r="C1" t="str"><v>Notes</v></c><c r="A1" t="str"><v>Name</v></c></row>'
    sheet = headers + '<row><c r="B2"><v>1</v></c></row>'
    opened = open_sheet(zipped(xlsx_parts(sheet)))
    assert opened.headers == ("Name", "", "Notes")
    assert [(row.number, row.cells) for row in opened.rows()] == [(2, ["", "1", ""])]


def test_parts_may_be_named_with_backslashes_and_capitals():
    parts = {name.replace("/", "\\").upper(): content for name, content in xlsx_parts(xlsx_rows(PEOPLE)).items()}
    assert open_sheet(zipped(parts)).row_count == 2


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        ('<row r="1"><c r="SG1"><v>1</v></c></row>', "too_many_columns"),
        ('<row r="1"><c r="XFD1048576"><v>1</v></c></row>', "too_many_columns"),
        ('<row r="1"><c r="AAAA1"><v>1</v></c></row>', "damaged"),
        ('<row r="1"><c r="é1"><v>1</v></c></row>', "damaged"),
        ('<row r="1"><c t="s"><v>0</v></c></row>', "damaged"),
        ('<row r="1"><c t="s"><v>-1</v></c></row>', "damaged"),
        (f'<row r="1"><c t="str"><v>{"x" * 5001}</v></c></row>', "cell_too_long"),
        ('<row r="1"><c><v>1</v></c>', "damaged"),
        ("<row>&entity;</row>", "damaged"),
    ],
)
def test_what_is_refused(sheet, code):
    with pytest.raises(SheetRefused) as refused:
        open_sheet(zipped(xlsx_parts(sheet)))
    assert refused.value.code == code


def test_a_cell_in_the_farthest_corner_costs_nothing():
    sheet = xlsx_rows(PEOPLE) + '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"/></row>'
    assert [row.number for row in open_sheet(zipped(xlsx_parts(sheet))).rows()] == [2, 3, 1048576]


def test_a_long_text_shown_in_many_cells_is_refused_where_it_is_shown():
    texts = f"<si><t>{'x' * 6000}</t></si>"
    assert open_sheet(zipped(xlsx_parts(xlsx_rows(PEOPLE), texts=texts))).row_count == 2
    with pytest.raises(SheetRefused) as refused:
        first_column('<row r="2">' + '<c t="s"><v>0</v></c>' * 50 + "</row>", texts=texts)
    assert refused.value.code == "cell_too_long"


def test_a_workbook_without_a_sheet_or_without_its_parts_is_damaged():
    parts = xlsx_parts("")
    for missing in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"):
        with pytest.raises(SheetRefused) as refused:
            open_sheet(zipped({name: content for name, content in parts.items() if name != missing}))
        assert refused.value.code == "damaged"


def test_rows_beyond_the_limit_are_refused():
    with pytest.raises(SheetRefused) as refused:
        open_sheet(zipped(xlsx_parts(xlsx_rows(PEOPLE))), limits=Limits(rows=1))
    assert refused.value.code == "too_many_rows"
