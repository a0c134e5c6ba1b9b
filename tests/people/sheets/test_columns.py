"""Guessing columns, as volunteers head them: by words, by content, and what is told when a column is not used."""

import pytest

from m4c.people.sheets.columns import Columns, guess_columns
from m4c.people.sheets.headers import guess_sheet_kind, known_headers
from m4c.people.sheets.kinds import KINDS, ColumnKind, SheetKind

SIGN_IN_HEADERS = """
given_name: First name | FIRST NAME(S) | Forename | first_name | FirstName | Your first name (please print) | Enw cyntaf
family_name: Surname | SURNAME  | Last Name | Family name | Sur-name | Cyfenw
full_name: Name | Full name | Names | First name and surname | Name (first & last) | Enw llawn | Attendee name
title: Title | Mr/Mrs/Ms | Teitl
known_as: Known as | Preferred name | Nickname | Likes to be called
email: Email | E-mail address | E-MAIL | Email (please print) | What is your email? | E-bost
phone: Mobile | Tel | Phone no. | Telephone Number | Mobile no | Contact number | Cell | Ffôn | Landline
postcode: Postcode | Post Code | POSTCODE * | P/code | Zip | Cod post
address: Address | Home address | Address line 1 | Street | Cyfeiriad
town: Town | City | Tref
language: Language | Preferred language | Iaith
group: Group | Local group | Branch | Which group are you from? | Cangen
host_member: Party member? | Member (Y/N) | MEMBER | Are you a Labour member? | Host member | Membership | Aelod?
brought_by: Brought by | Who invited you? | INVITED BY | Referred by | Guest of | Who brought you? | Gwahoddwyd gan
one_to_ones_pledged: 121s pledged | 1-2-1s | 1:1s | How many 1-2-1s will you do? | One to ones | 1 to 1s | Un-i-un
one_to_ones_pledged: 121's | 2001-02-01 | 01/02/2001
house_meetings_pledged: House meetings pledged | House mtgs | HMs | HOUSE MEETINGS | Home meetings | Cyfarfodydd tŷ
consent_email: Keep me informed by email | Email OK? | Can we e-mail you? | Contact by email? | Hapus i dderbyn e-bost
consent_text: Happy to be texted | Text ok | OK to send WhatsApp?
consent_phone: Phone ok | May we call you? | Happy to be phoned
consent_post: OK to write by post? | Happy to receive letters
consent_door: OK to visit? | Happy for us to knock
notes: Notes | Comments | Any other comments | Nodiadau
refusal: Why it was refused
unused: Signature | Dietary requirements | 1-2-1s held | House meetings done | Membership number | Address 2 | Colour
"""

LOG_HEADERS = """
leader_email: Leader email | Organiser's e-mail | Your email
leader_name: Leader | Leader name | Organiser | Your name | Conversation by
with_name: With | Who with | With name | Met with | Name of person | Name
with_email: With email | Their email | Email | E-mail of person
with_phone: With phone | Their mobile | Phone
date: Date | When | Date of meeting | Dyddiad
conversation_type: Type | Kind | 1-2-1 / house meeting | Type of conversation
status: Status | Stage | Outcome
people_there: People there | How many came? | Number of people | Attendance
next_step: Next step | Next steps | Follow-up | Actions
next_step_by: Next step by | By when | Due | Next step due
notes: Notes | Comments | What was said
"""


def cases(table):
    return list(_cases(table))


def _cases(table):
    for line in table.strip().splitlines():
        kind, _, headers = line.partition(": ")
        for header in headers.split(" | "):
            yield header, ColumnKind(kind)


def guess(headers, rows=(), kind=SheetKind.SIGN_IN):
    guessed = guess_columns(headers, rows, kind)
    return list(guessed.columns.kinds), {remark.column: remark.sentence for remark in guessed.remarks}


@pytest.mark.parametrize(("header", "kind"), cases(SIGN_IN_HEADERS))
def test_headers_of_sign_in_sheets(header, kind):
    assert guess([header])[0] == [kind]


@pytest.mark.parametrize(("header", "kind"), cases(LOG_HEADERS))
def test_headers_of_conversation_logs(header, kind):
    assert guess([header], kind=SheetKind.CONVERSATIONS)[0] == [kind]


def test_of_two_alike_the_clearer_header_is_used_and_the_other_told():
    kinds, remarks = guess(["House mtgs", "House meetings pledged"])
    assert kinds == [ColumnKind.UNUSED, ColumnKind.HOUSE_MEETINGS_PLEDGED]
    assert remarks == {
        0: "“House mtgs” seems to hold “house meetings pledged” too, which is read from “House meetings pledged”."
    }


def test_a_second_phone_and_e_mail_have_kinds_of_their_own():
    kinds, remarks = guess(["Phone", "Mobile", "Work phone", "Email", "Email 2"])
    assert kinds == [
        ColumnKind.OTHER_PHONE, ColumnKind.PHONE, ColumnKind.UNUSED, ColumnKind.EMAIL, ColumnKind.OTHER_EMAIL,
    ]  # fmt: skip
    assert list(remarks) == [2]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("GDPR consent", "does not say by which way"),
        ("Newsletter", "does not say by which way"),
        ("Happy to hear by email or text", "speaks of several ways"),
        ("Do not phone", "speaks against"),
        ("No emails please", "speaks against"),
    ],
)
def test_no_agreement_is_taken_from_a_header_that_is_not_clear(header, told):
    kinds, remarks = guess(["Name", header], [["Siân", "Y"], ["Owen", "N"]])
    assert kinds == [ColumnKind.FULL_NAME, ColumnKind.UNUSED]
    assert told in remarks[1]


def test_a_header_is_believed_only_if_its_cells_fit():
    rows = [["Siân", "yes", "5", "A1234"], ["Owen", "no", "lots", "B1235"], ["Ebo", "y", "tbc", ""]]
    kinds, remarks = guess(["First name", "Email", "121s", "Member"], rows)
    assert kinds == [ColumnKind.GIVEN_NAME, ColumnKind.UNUSED, ColumnKind.UNUSED, ColumnKind.UNUSED]
    assert remarks[1] == "“Email” sounds like “e-mail”, but most of its cells do not."
    assert sorted(remarks) == [1, 2, 3]


def test_a_column_for_a_number_to_text_is_a_phone():
    header = "Mobile number for text updates"
    assert guess([header], [["07700 900001"], [""]])[0] == [ColumnKind.PHONE]
    assert guess([header], [["yes"], ["no"]])[0] == [ColumnKind.UNUSED]


def test_columns_without_a_known_header_are_known_by_their_cells():
    rows = [["Siân", "Rhys", "sian@example.org", "07700 900001", "CF10 5AL", "5"]] * 3
    wanted = [ColumnKind.EMAIL, ColumnKind.PHONE, ColumnKind.POSTCODE]
    assert guess(["a", "b", "c", "d", "e", "f"], rows)[0] == [ColumnKind.UNUSED] * 2 + wanted + [ColumnKind.UNUSED]
    assert guess([""] * 6, rows)[0] == [ColumnKind.GIVEN_NAME, ColumnKind.FAMILY_NAME, *wanted, ColumnKind.UNUSED]
    assert guess([""] * 2, [["Siân Rhys", "x"], ["Owen Abara", ""]])[0] == [ColumnKind.FULL_NAME, ColumnKind.UNUSED]


def test_columns_of_a_log_are_known_by_their_cells():
    rows = [["sian@example.org", "Owen", "05/07/2010", "House mtg", "done"]] * 3
    assert guess(["Leader", "With", "x", "y", "z"], rows, SheetKind.CONVERSATIONS)[0] == [
        ColumnKind.LEADER_EMAIL, ColumnKind.WITH_NAME, ColumnKind.DATE, ColumnKind.CONVERSATION_TYPE, ColumnKind.STATUS,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headers", "row", "kinds"),
    [
        (["Name", "Surname"], ["Siân", "Rhys"], [ColumnKind.GIVEN_NAME, ColumnKind.FAMILY_NAME]),
        (["First name", "Name"], ["Siân", "Rhys"], [ColumnKind.GIVEN_NAME, ColumnKind.FAMILY_NAME]),
        (["Name", "Surname"], ["Siân Mair Rhys", "Rhys"], [ColumnKind.FULL_NAME, ColumnKind.FAMILY_NAME]),
    ],
)
def test_name_means_what_is_missing_beside_it(headers, row, kinds):
    assert guess(headers, [row])[0] == kinds


def test_kind_of_sheet_is_told_by_its_headers():
    assert guess_sheet_kind(["Leader email", "With", "Date", "Type"]) == SheetKind.CONVERSATIONS
    assert guess_sheet_kind(["First name", "Surname", "121s", "Date"]) == SheetKind.SIGN_IN
    assert guess_sheet_kind(["?"]) == SheetKind.SIGN_IN


def test_rows_of_data_are_not_headers():
    assert known_headers(["Name", "Email", "?"]) == 2
    assert known_headers(["Member", "Group", "sian@example.org"]) == 0
    assert known_headers(["Member", "07700 900001"]) == 0
    assert known_headers(["Member", "CF10 5AL"]) == 0
    assert known_headers(["Pwy", "Geiriau"]) == 2


def test_cells_are_found_by_kind():
    columns = Columns((ColumnKind.EMAIL, ColumnKind.UNUSED, ColumnKind.NOTES, ColumnKind.EMAIL, ColumnKind.UNUSED))
    assert columns.cell(["a@example.org", "x"], ColumnKind.EMAIL) == "a@example.org"
    assert columns.cell(["a@example.org", "x"], ColumnKind.NOTES) == ""
    assert columns.cell(["a@example.org", "x"], ColumnKind.PHONE) == ""
    assert columns.doubled == [ColumnKind.EMAIL]


def test_every_kind_is_offered_for_some_sheet():
    offered = KINDS[SheetKind.SIGN_IN] + KINDS[SheetKind.CONVERSATIONS]
    elsewhere = set(KINDS[SheetKind.PEOPLE]) | set(KINDS[SheetKind.TURNOUT]) | set(KINDS[SheetKind.CONCERNS])
    assert set(offered) | elsewhere == set(ColumnKind)
    assert {kind for kind in offered if offered.count(kind) > 1} == {
        ColumnKind.UNUSED, ColumnKind.REFUSAL, ColumnKind.NOTES,
    }  # fmt: skip
