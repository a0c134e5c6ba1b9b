"""ODS: what programs write into cells comes out as a person would type it."""

import pytest

from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import open_sheet
from tests.people.sheets.making import PEOPLE, ods_parts, ods_rows, zipped


def opened(rows, **given):
    return open_sheet(zipped(ods_parts({"Sheet1": rows})), **given)


def value_of(cell):
    [row] = opened(f"{ods_rows([['Notes']])}<table:table-row>{cell}</table:table-row>").rows()
    return row.cells[0]


@pytest.mark.parametrize(
    ("attributes", "content", "value"),
    [
        ('office:value-type="float" office:value="5"', "<text:p>5.00</text:p>", "5"),
        ('office:value-type="float" office:value="7700900001"', "<text:p>7.7E9</text:p>", "7700900001"),
        ('office:value-type="currency" office:value="2.5"', "<text:p>£2.50</text:p>", "2.5"),
        ('office:value-type="percentage" office:value="0.5"', "<text:p>50%</text:p>", "50%"),
        ('office:value-type="date" office:date-value="2010-07-05"', "<text:p>05/07/10</text:p>", "2010-07-05"),
        ('office:value-type="date" office:date-value="2010-07-05T18:30:00"', "", "2010-07-05 18:30"),
        ('office:value-type="time" office:time-value="PT01H01M00S"', "", "01:01"),
        ('office:value-type="time" office:time-value="soon"', "", "soon"),
        ('office:value-type="boolean" office:boolean-value="true"', "", "TRUE"),
        (
            'office:value-type="string"',
            "<text:p>Si<text:span>ân</text:span></text:p><text:p>Rhys</text:p>",
            "Siân\nRhys",
        ),
        (
            'office:value-type="string"',
            '<text:p>A<text:s text:c="2"/>B<text:tab/>C<text:line-break/>D</text:p>',
            "A  B C D",
        ),
        (
            'office:value-type="string"',
            "<office:annotation><text:p>?</text:p></office:annotation><text:p>A</text:p>",
            "A",
        ),
        ('office:value-type="string"', "<text:p>A</text:p><g><text:p>caption</text:p></g>", "A"),
        ('table:number-columns-repeated="x"', "<text:p>A</text:p>", "A"),
    ],
)
def test_cells(attributes, content, value):
    assert value_of(f"<table:table-cell {attributes}>{content}</table:table-cell>") == value


def test_rows_and_cells_that_repeat_keep_their_numbers():
    blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    twice = '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
    twice += (
        '<table:table-cell table:number-columns-repeated="2"><text:p>5</text:p></table:table-cell></table:table-row>'
    )
    last = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="9999"/>'
    )
    sheet = opened(ods_rows([["a", "b", "c", "d"]]) + blank + twice + last + "</table:table-row>")
    assert [(row.number, row.cells) for row in sheet.rows()] == [(5, ["", "", "5", "5"]), (6, ["", "", "5", "5"])]


def test_what_is_merged_downwards_is_said_of_each_of_its_rows():
    first = (
        '<table:table-row><table:table-cell table:number-rows-spanned="3"><text:p>Bethan</text:p></table:table-cell>'
    )
    rows = f"{first}<table:table-cell><text:p>Ann</text:p></table:table-cell></table:table-row>"
    for name in ("Kofi", "Sam"):
        covered = f"<table:covered-table-cell/><table:table-cell><text:p>{name}</text:p></table:table-cell>"
        rows += f"<table:table-row>{covered}</table:table-row>"
    rows += ods_rows([["", "Tom"]])
    read = [row.cells for row in opened(ods_rows([["Brought by", "Name"]]) + rows).rows()]
    assert read == [["Bethan", "Ann"], ["Bethan", "Kofi"], ["Bethan", "Sam"], ["", "Tom"]]


def test_tabs_of_one_name_are_told_apart():
    content = ods_parts({"June": ods_rows([["Name"], ["Siân"]]), "July": ods_rows(PEOPLE)})
    content["content.xml"] = content["content.xml"].replace('"July"', '"June"')
    assert open_sheet(zipped(content)).origin.tabs == ["June", "June (2)"]
    assert open_sheet(zipped(content)).origin.tab == "June (2)"


@pytest.mark.parametrize(
    ("row", "cell", "text", "code"),
    [
        ("", 'table:number-columns-repeated="16384"', "x", "too_many_columns"),
        ('table:number-rows-repeated="9999999999"', "", "x", "too_many_rows"),
        ("", "", "x" * 5001, "cell_too_long"),
        ("", "", '<text:s text:c="999999"/>x', "cell_too_long"),
    ],
)
def test_what_is_refused(row, cell, text, code):
    cells = f"<table:table-cell {cell}><text:p>{text}</text:p></table:table-cell>"
    with pytest.raises(SheetRefused) as refused:
        opened(f"<table:table-row {row}>{cells}</table:table-row>")
    assert refused.value.code == code


def test_rows_beyond_the_limit_are_refused():
    with pytest.raises(SheetRefused) as refused:
        opened(ods_rows(PEOPLE), limits=Limits(rows=1))
    assert refused.value.code == "too_many_rows"
