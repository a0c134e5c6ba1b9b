"""Opening sheets: encodings, delimiters, headers, the numbers of rows, and every refusal."""

import pytest

from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import open_sheet
from m4c.people.sheets.source import SheetFormat
from m4c.people.sheets.text import Delimiter, Encoding
from tests.people.sheets.making import (
    PEOPLE,
    as_csv,
    csv_file,
    file_of,
    ods_parts,
    ods_rows,
    xlsx_parts,
    xlsx_rows,
    zipped,
)


def rows_of(sheet):
    return [(row.number, row.cells) for row in sheet.rows()]


def refusal(content, **given):
    with pytest.raises(SheetRefused) as refused:
        open_sheet(file_of(content), **given)
    return refused.value.code


def test_a_sheet_tells_its_headers_and_numbers_its_rows(tmp_path):
    sheet = open_sheet(csv_file(tmp_path / "people.csv", PEOPLE))
    assert (sheet.origin.format, sheet.header_row, sheet.row_count) == (SheetFormat.CSV, 1, 2)
    assert sheet.headers == ("First name", "Surname", "Email")
    assert rows_of(sheet) == [(2, PEOPLE[1]), (3, PEOPLE[2])]
    assert rows_of(sheet) == [(2, PEOPLE[1]), (3, PEOPLE[2])]


def test_rows_can_go_on_after_one():
    sheet = open_sheet(file_of(as_csv(PEOPLE)))
    assert [row.number for row in sheet.rows(after=2)] == [3]
    assert [row.number for row in sheet.sample(1)] == [2]


@pytest.mark.parametrize("delimiter", list(Delimiter))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-16-be-with-mark"])
@pytest.mark.parametrize("line", ["\r\n", "\n", "\r"])
def test_any_encoding_delimiter_and_end_of_line(encoding, delimiter, line):
    text = as_csv(PEOPLE, delimiter.value, line)
    if encoding == "utf-16-be-with-mark":
        text, encoding = "\ufeff" + text, "utf-16-be"
    sheet = open_sheet(file_of(text, encoding))
    assert sheet.origin.delimiter == delimiter
    assert [sheet.headers, *(tuple(cells) for _number, cells in rows_of(sheet))] == [tuple(row) for row in PEOPLE]


def test_windows_encoding_is_what_is_left_when_it_is_not_utf_8():
    people = [row[:] for row in PEOPLE]
    people[1][1] = "Müller"
    sheet = open_sheet(file_of(as_csv(people), "cp1252"))
    assert sheet.origin.encoding == Encoding.WINDOWS
    assert rows_of(sheet)[0][1] == ["Siân", "Müller", "sian@example.org"]


def test_encoding_and_delimiter_may_be_chosen():
    content = as_csv([["Imię", "Nazwisko"], ["Małgorzata", "Wójcik"]], ";").encode("cp1250")
    sheet = open_sheet(file_of(content), encoding=Encoding.WINDOWS_CENTRAL, delimiter=Delimiter.SEMICOLON)
    assert rows_of(sheet) == [(2, ["Małgorzata", "Wójcik"])]
    assert open_sheet(file_of(content), delimiter=Delimiter.COMMA).headers == ("Imiê;Nazwisko",)


def test_delimiter_is_not_misled_by_commas_in_addresses():
    rows = [["Who", "Where"], ["Siân", "1, High Street, Cardiff"], ["Owen", "2, Low Street, Cardiff"], ["Ebo", "Ely"]]
    assert open_sheet(file_of(as_csv(rows, ";"))).origin.delimiter == Delimiter.SEMICOLON


@pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;"])
def test_a_first_line_that_says_the_delimiter_is_no_row(said):
    sheet = open_sheet(file_of(f"{said}\r\n" + as_csv(PEOPLE, ";")))
    assert (sheet.origin.delimiter, sheet.header_row) == (Delimiter.SEMICOLON, 1)
    assert rows_of(sheet)[0] == (2, PEOPLE[1])


def test_headers_below_titles_and_blank_rows_are_found():
    rows = [["Training, 1-2-1s and all"], [], ["Cardiff", "5 June"], *PEOPLE, [], ["Ebo", "Iwu", "ebo@example.org"]]
    sheet = open_sheet(file_of(as_csv(rows)))
    assert (sheet.header_row, sheet.headers) == (4, tuple(PEOPLE[0]))
    assert [number for number, _cells in rows_of(sheet)] == [5, 6, 8]


def test_unknown_headers_are_the_first_row_of_several_cells():
    sheet = open_sheet(file_of("Cardiff\r\nImię,Nazwisko\r\nMałgorzata,Wójcik\r\n"))
    assert (sheet.header_row, sheet.headers) == (2, ("Imię", "Nazwisko"))


def test_a_sheet_that_begins_with_data_has_no_headers():
    sheet = open_sheet(file_of(as_csv(PEOPLE[1:])))
    assert (sheet.header_row, sheet.headers) == (None, ("", "", ""))
    assert rows_of(sheet) == [(1, PEOPLE[1]), (2, PEOPLE[2])]


def test_headers_pasted_in_again_and_rows_of_commas_are_left_out():
    sheet = open_sheet(file_of(as_csv([*PEOPLE, ["", " ", "\xa0"], *PEOPLE])))
    assert [number for number, _cells in rows_of(sheet)] == [2, 3, 6, 7]
    assert sheet.row_count == 4


def test_a_cell_of_several_lines_stays_in_one_row():
    rows = [["Name", "Address"], ["Siân", "1 High Street\r\nCardiff"], ["Owen", 'The "Old" Mill\nEly']]
    assert rows_of(open_sheet(file_of(as_csv(rows)))) == [(2, rows[1]), (3, rows[2])]


def test_short_rows_are_filled_and_slipped_cells_told():
    sheet = open_sheet(file_of("Name,Email,Notes\r\nSiân\r\nOwen,owen@example.org,,stray,,more\r\n"))
    assert [(row.cells, row.beyond) for row in sheet.rows()] == [
        (["Siân", "", ""], []),
        (["Owen", "owen@example.org", ""], ["stray", "more"]),
    ]


def test_columns_without_a_header_are_kept_where_most_rows_fill_them():
    sheet = open_sheet(file_of("Name,Email\r\nSiân,s@example.org,07700900001\r\nOwen,o@example.org,07700900002\r\n"))
    assert sheet.headers == ("Name", "Email", "")
    assert [row.cells[2] for row in sheet.rows()] == ["07700900001", "07700900002"]


def test_what_cannot_be_seen_is_taken_away_and_formulas_stay_text():
    rows = [["Name", "Phone"], ["\u200bSia\u0302n\xa0Rhys ", "\u202a+44 7700 900001\u202c"], ["=1+1", "'+447700900002"]]
    assert rows_of(open_sheet(file_of(as_csv(rows)))) == [
        (2, ["Siân Rhys", "+44 7700 900001"]),
        (3, ["=1+1", "+447700900002"]),
    ]


@pytest.mark.parametrize("make", ["xlsx", "ods"])
def test_workbooks_read_as_csv_does(make, tmp_path):
    parts = xlsx_parts(xlsx_rows(PEOPLE)) if make == "xlsx" else ods_parts({"Sign-in": ods_rows(PEOPLE)})
    path = tmp_path / "misnamed.csv"
    path.write_bytes(zipped(parts).read())
    sheet = open_sheet(path)
    assert (sheet.origin.format.value, sheet.origin.tab, sheet.origin.tabs) == (make, "Sign-in", ["Sign-in"])
    assert (sheet.header_row, sheet.headers) == (1, tuple(PEOPLE[0]))
    assert rows_of(sheet) == [(2, PEOPLE[1]), (3, PEOPLE[2])]


def test_the_tab_with_the_most_known_headers_is_read_unless_another_is_asked_for():
    tables = {"Cover": ods_rows([["Sign-in"], ["Cardiff"]]), "Blank": "", "June": ods_rows(PEOPLE)}
    assert open_sheet(zipped(ods_parts(tables))).origin.tab == "June"
    assert open_sheet(zipped(ods_parts(tables)), tab="Cover").headers == ("Sign-in",)


def test_a_workbook_without_rows_is_empty():
    with pytest.raises(SheetRefused) as refused:
        open_sheet(zipped(xlsx_parts("")))
    assert refused.value.code == "empty"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        (",,,\r\n,,,\r\n", "empty"),
        ("Name,Email\r\n", "no_rows"),
        ("Name,Email\r\n,\r\n", "no_rows"),
        ("Name,Email\r\nSi\0n,s@example.org\r\n" + "Owen,o@example.org\r\n" * 9, "zero_bytes"),
        ("Name\r\nSiân\r\nZoë\r\nBrânză\r\n".encode() + b"Ol\xc3\r\n", "broken_letters"),
        (b"Name\r\nSi\x81n\r\n", "broken_letters"),
        ('Name,Email\r\n"Siân,s@example.org\r\nOwen,o@example.org\r\n', "open_quote"),
        ('Name,Email\r\n"Siân,s@example.org\r\n"Owen",o@example.org\r\n', "open_quote"),
        ("Name,Email\r\n" + "," * 600 + "x\r\n", "too_many_columns"),
        ("a," * 1_000_000, "too_many_columns"),
        ("Name,Email\r\n" + "x" * 5001 + ",\r\n", "cell_too_long"),
        ("Name,Email\r\n" + "x" * 200_000 + ",\r\n", "cell_too_long"),
        (bytes(range(1, 32)) * 50, "not_a_sheet"),
        (b"\x00\x01\x02\x03\x00\x00\x09" * 500, "not_a_sheet"),
    ],
)
def test_each_refusal_has_its_code(content, code):
    assert refusal(content) == code


def test_limits_are_those_that_are_given():
    content = as_csv(PEOPLE)
    assert refusal(content, limits=Limits(size=20)) == "too_big"
    assert refusal(content, limits=Limits(rows=1)) == "too_many_rows"
    assert refusal(content, limits=Limits(columns=2)) == "too_many_columns"
    assert refusal(content, limits=Limits(cell=10)) == "cell_too_long"
    assert open_sheet(file_of(content), limits=Limits(rows=2, columns=3)).row_count == 2


def test_blank_rows_without_end_are_not_waited_for(monkeypatch):
    monkeypatch.setattr("m4c.people.sheets.text.LAST_ROW", 100)
    content = as_csv(PEOPLE) + "\r\n" * 200
    assert refusal(content, limits=Limits(rows=50)) == "too_many_rows"
    assert open_sheet(file_of(content), limits=Limits(rows=150)).row_count == 2


def test_blank_cells_beyond_the_last_column_do_not_matter():
    assert open_sheet(file_of("Name,Email" + "," * 16_000 + "\r\nSiân,s@example.org\r\n")).row_count == 1


def test_a_refusal_is_one_sentence():
    with pytest.raises(SheetRefused, match=r"^This file is 30\sbytes; the most that is taken here is 10\sbytes\.$"):
        open_sheet(file_of("x" * 30), limits=Limits(size=10))
