"""Headers of any sheet of people that speak against reaching them, and details in columns that lists often have."""

import pytest

from m4c.people.sheets.columns import guess_columns
from m4c.people.sheets.kinds import ColumnKind as Kind
from m4c.people.sheets.kinds import SheetKind
from m4c.people.sheets.reading import open_sheet
from m4c.people.sheets.text import Delimiter
from tests.people.sheets.making import file_of


def kinds(*headers: str, cells: tuple[str, ...] = ()) -> tuple[Kind, ...]:
    return guess_columns(headers, [cells] if cells else [], SheetKind.PEOPLE).columns.kinds


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("DNC", Kind.OBJECTS_ALL),
        ("Suppressed", Kind.OBJECTS_ALL),
        ("Not to be contacted", Kind.OBJECTS_ALL),
        ("Wants to be removed", Kind.OBJECTS_ALL),
        ("sms_optout", Kind.OBJECTS_TEXT),
        ("Optout", Kind.NO_MAILINGS),
        ("No mailshots", Kind.NO_MAILINGS),
        ("Bounced", Kind.OBJECTS_EMAIL),
        ("On TPS", Kind.OBJECTS_PHONE),
        ("Peidiwch â ffonio", Kind.OBJECTS_PHONE),
        ("Peidiwch ag e-bostio", Kind.OBJECTS_EMAIL),
        ("Opted out of emails", Kind.NO_MAILINGS),
        ("Email opt-in", Kind.CONSENT_EMAIL),
        ("Email status", Kind.EMAIL_STATE),
        ("Postal code", Kind.POSTCODE),
        ("Nick name", Kind.KNOWN_AS),
        ("Tag list", Kind.TAGS),
        ("Member name", Kind.FULL_NAME),
    ],
)
def test_a_header_is_taken_for_what_it_means(header: str, kind: Kind):
    assert kinds(header) == (kind,)


def test_a_day_of_leaving_is_taken_whichever_way_its_header_is_written():
    for header in ("Unsubscribe date", "Date unsubscribed", "Unsubscribed at"):
        assert kinds(header, cells=("2020-04-03",)) == (Kind.LEFT_LIST_ON,), header


def test_further_lines_of_an_address_belong_to_it_and_those_of_nothing_do_not():
    assert kinds("Address 1", "Address line 2", "address3", "Work address") == (*[Kind.ADDRESS] * 3, Kind.UNUSED)
    assert kinds("Name", "Address line 2") == (Kind.FULL_NAME, Kind.UNUSED)


def test_a_sheet_parted_by_bars():
    sheet = open_sheet(file_of(b"First name|Surname|Tags\nNerys|Quaye|stall, keen\n"))
    assert sheet.origin.delimiter is Delimiter.BAR
    assert [row.cells for row in sheet.rows()] == [["Nerys", "Quaye", "stall, keen"]]


def test_bars_within_cells_part_nothing():
    sheet = open_sheet(file_of(b"First name,Surname,Tags\nNerys,Quaye,stall|keen|van\nIdris,Bloom,a|b|c\n"))
    assert sheet.origin.delimiter is Delimiter.COMMA
