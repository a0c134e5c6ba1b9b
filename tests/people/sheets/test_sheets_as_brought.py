"""Sheets as volunteers bring them, six sign-in sheets and a log, from the file to the figures that must come out."""

import pytest

from m4c.people.sheets.cells import (
    Answer,
    ConversationStatus,
    ConversationType,
    parse_conversation_type,
    parse_count,
    parse_date,
    parse_status,
    parse_yes_no,
)
from m4c.people.sheets.columns import guess_columns
from m4c.people.sheets.contacts import parse_emails, parse_phones
from m4c.people.sheets.headers import guess_sheet_kind
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import open_sheet
from tests.people.sheets.making import as_csv, file_of, ods_parts, ods_rows, xlsx_parts, xlsx_rows, zipped

HEADERS = {
    "one": ["First name", "Surname", "Email", "Mobile", "Postcode", "121s pledged", "House meetings pledged"],
    "two": ["Forename", "Last Name", "E-mail address", "Phone no.", "Post Code", "How many 1-2-1s?", "House mtgs"],
    "three": ["FIRST NAME", "SURNAME ", " EMAIL", "TEL", "POSTCODE", "1:1s", "HOUSE MEETINGS"],
}
MEMBER = {
    "one": ["Party member?", "Brought by"],
    "two": ["Member (Y/N)", "Who brought you?"],
    "three": ["MEMBER", "INVITED BY"],
}
ROWS = [
    ["Ebo", "Müller", "ebo@example.org", "07700900001", "CF3 0LN", " 10 ", "2", "not yet", ""],
    ["Zoë", "O'Dowd", "ZOE@EXAMPLE.ORG", "+44 7700 900002", "cf30ln", "five", "one", "Y", "Ebo"],
    ["", "", "", "", "", "", "", "", ""],
    ["Siân", "Dafydd-Jones", " sian@example.org ", "7700900003", "CF10 5AL", "-", "none", "", ""],
    ["Siân", "Dafydd-Jones", " sian@example.org ", "7700900003", "CF10 5AL", "-", "none", "", ""],
    ["Karolina", "Griffiths", "karolina@example.org", "0044 7700 900004", "CF10 5AL", "", "1", "No", ""],
    ["", "", "not an email", "", "CF3 0LN", "4", "1", "yes", ""],
]  # fmt: skip
SHEETS = [
    ("one", ",", "utf-8-sig"),
    ("two", "\t", "utf-16"),
    ("three", ";", "utf-8"),
    ("one", ",", "cp1252"),
    ("two", "\t", "utf-16-le"),
    ("three", ";", "utf-8-sig"),
    ("one", "xlsx", ""),
    ("two", "ods", ""),
]


def brought(headers, how, encoding):
    rows = [HEADERS[headers] + MEMBER[headers], *ROWS]
    if how == "xlsx":
        return zipped(xlsx_parts(xlsx_rows(rows)))
    if how == "ods":
        return zipped(ods_parts({"Sheet1": ods_rows(rows)}))
    return file_of(as_csv(rows, how), encoding)


@pytest.mark.parametrize(("headers", "how", "encoding"), SHEETS)
def test_a_sign_in_sheet(headers, how, encoding):
    sheet = open_sheet(brought(headers, how, encoding))
    assert guess_sheet_kind(sheet.headers) == SheetKind.SIGN_IN
    guess = guess_columns(sheet.headers, [row.cells for row in sheet.sample()], SheetKind.SIGN_IN)
    assert guess.remarks == ()
    people = {}
    refused = []
    for row in sheet.rows():

        def cell(kind, cells=row.cells):
            return guess.columns.cell(cells, kind)

        emails, phones = parse_emails(cell(ColumnKind.EMAIL)), parse_phones(cell(ColumnKind.PHONE))
        if not emails.value:
            refused.append((row.number, emails.problem))
            continue
        people[emails.value[0].key] = (
            cell(ColumnKind.GIVEN_NAME),
            cell(ColumnKind.FAMILY_NAME),
            phones.value,
            parse_count(cell(ColumnKind.ONE_TO_ONES_PLEDGED)).value,
            parse_count(cell(ColumnKind.HOUSE_MEETINGS_PLEDGED)).value,
            parse_yes_no(cell(ColumnKind.HOST_MEMBER)).value,
            cell(ColumnKind.BROUGHT_BY),
        )
    assert people == {
        "ebo@example.org": ("Ebo", "Müller", ("+447700900001",), 10, 2, Answer.NO, ""),
        "zoe@example.org": ("Zoë", "O'Dowd", ("+447700900002",), 5, 1, Answer.YES, "Ebo"),
        "sian@example.org": ("Siân", "Dafydd-Jones", ("+447700900003",), 0, 0, Answer.UNKNOWN, ""),
        "karolina@example.org": ("Karolina", "Griffiths", ("+447700900004",), 0, 1, Answer.NO, ""),
    }
    assert refused == [(8, "“not an email” is not an e-mail address.")]


def test_a_log_of_conversations():
    rows = [
        ["Leader email", "With", "With email", "Date", "Type", "Status", "People there", "Notes"],
        ["ebo@example.org", "Zoë O'Dowd", "zoe@example.org", "05/07/2010", "1-2-1", "arranged", "", ""],
        [
            "ebo@example.org",
            "Siân Dafydd-Jones",
            "sian@example.org",
            "12/07/2010",
            "one to one",
            "followed up",
            "",
            "Buses.",
        ],
        ["zoe@example.org", "", "", "31/07/2010", "House mtg", "held", "12", ""],
    ]
    sheet = open_sheet(file_of(as_csv(rows)))
    assert guess_sheet_kind(sheet.headers) == SheetKind.CONVERSATIONS
    columns = guess_columns(sheet.headers, [row.cells for row in sheet.sample()], SheetKind.CONVERSATIONS).columns
    read = [
        (
            str(parse_date(columns.cell(row.cells, ColumnKind.DATE)).value),
            parse_conversation_type(columns.cell(row.cells, ColumnKind.CONVERSATION_TYPE)).value,
            parse_status(columns.cell(row.cells, ColumnKind.STATUS)).value,
            parse_count(columns.cell(row.cells, ColumnKind.PEOPLE_THERE)).value,
            columns.cell(row.cells, ColumnKind.NOTES),
        )
        for row in sheet.rows()
    ]
    assert read == [
        ("2010-07-05", ConversationType.ONE_TO_ONE, ConversationStatus.ARRANGED, 0, ""),
        ("2010-07-12", ConversationType.ONE_TO_ONE, ConversationStatus.FOLLOWED_UP, 0, "Buses."),
        ("2010-07-31", ConversationType.HOUSE_MEETING, ConversationStatus.HELD, 12, ""),
    ]


@pytest.mark.slow
def test_ten_thousand_rows_are_read_as_they_come():
    rows = [HEADERS["one"], *([*ROWS[1][:2], f"p{number}@example.org", *ROWS[1][3:7]] for number in range(10_000))]
    sheet = open_sheet(file_of(as_csv(rows)))
    reading = sheet.rows()
    assert (sheet.row_count, next(reading).number, next(reading).number) == (10_000, 2, 3)
    assert sum(1 for _row in reading) == 9_998
