"""E-mails and phones that a list says do not work, addresses with their postcode, and what was said in which column."""

from datetime import date

import pytest
from django.utils import timezone

from m4c.people.imports.describing import apart
from m4c.people.imports.not_working import without_broken
from m4c.people.models import Consent, Person
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind as Kind
from tests.cast import Cast
from tests.importing import data_folder
from tests.people.imports.lists import MAILCHIMP, NATIONBUILDER, as_csv, brought_list, figures, objections, person_of

__all__ = ["data_folder"]

HEADERS = [*NATIONBUILDER[:8], "email1_is_bad", *NATIONBUILDER[8:]]


def test_only_email_that_does_not_work_is_kept_and_closed(cast: Cast):
    row = {"first_name": "Nerys", "last_name": "Quaye", "email": "n@example.org", "email1": "n@example.org"}
    done = brought_list(cast, as_csv(HEADERS, {**row, "email1_is_bad": "true", "email_opt_in": "true"}))
    assert figures(done) == (1, 1, 0, 0, 1, "nationbuilder")
    said = Consent.objects.get(person=person_of("n@example.org"))
    assert (said.channel, said.purpose, said.state, said.wording) == ("email", "all", "objected", "email1_is_bad")


def test_email_beside_another_and_phone_that_do_not_work_are_left_out(cast: Cast):
    row = {"first_name": "Nerys", "last_name": "Quaye", "email": "new@example.org", "email1": "old@example.org",
           "email1_is_bad": "TRUE", "email2": "new@example.org", "mobile_number": "07700 900431",
           "is_mobile_bad": "true", "phone_number": "029 2018 0001"}  # fmt: skip
    brought_list(cast, as_csv(HEADERS, row))
    nerys = person_of("new@example.org")
    assert [email.folded for email in nerys.emails.all()] == ["new@example.org"]
    assert [phone.number for phone in nerys.phones.all()] == ["+442920180001"]
    assert not objections(nerys)


@pytest.mark.parametrize("said", ["", "false", "f", "0", "No"])
def test_whatever_says_no_leaves_all_as_it_stands(said: str):
    columns = Columns((Kind.EMAIL, Kind.DOES_NOT_WORK))
    assert without_broken(["a@example.org", said], columns) == (["a@example.org", said], [], [])


def test_what_is_left_out_is_told_and_read_again_alike():
    columns = Columns((Kind.EMAIL, Kind.DOES_NOT_WORK, Kind.EMAIL))
    kept, told, closed = without_broken(["a@example.org", "x", "b@example.org"], columns)
    assert (kept, closed) == (["", "x", "b@example.org"], [])
    assert told == ["“a@example.org” does not work, by what the list says of it: it is left out."]
    assert without_broken(kept, columns) == (kept, [], [])


def test_an_objection_names_its_own_column_and_day(cast: Cast):
    row = {"first_name": "Otis", "last_name": "Ray", "email": "otis@example.org", "email_opt_in": "false",
           "unsubscribed_at": "2020-04-03", "do_not_call": "false", "federal_donotcall": "true"}  # fmt: skip
    brought_list(cast, as_csv(NATIONBUILDER, row))
    said = Consent.objects.filter(person=person_of("otis@example.org")).order_by("channel", "purpose")
    assert [(each.channel, each.wording) for each in said] == [
        ("email", "unsubscribed_at"),
        ("email", "unsubscribed_at"),
        ("phone", "federal_donotcall"),
    ]
    assert {timezone.localdate(each.at) for each in said if each.channel == "email"} == {date(2020, 4, 3)}


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("12 Low Rd  Leeds  LS1 1AA  United Kingdom", ("12 Low Rd, Leeds, United Kingdom", "LS1 1AA")),
        ("4 Elm Row\nCardiff\ncf30ln", ("4 Elm Row, Cardiff", "CF3 0LN")),
        ("Flat 1  4 Elm Row, Cardiff", ("Flat 1  4 Elm Row, Cardiff", "")),
        ("4 Elm Row CF3 0LN, was 9 Elm Row CF3 0LP", ("4 Elm Row CF3 0LN, was 9 Elm Row CF3 0LP", "")),
    ],
)
def test_a_postcode_is_taken_out_of_an_address(address: str, parts: tuple[str, str]):
    assert apart(address) == parts


def test_mailchimps_address_tells_the_postcode(cast: Cast):
    row = {"Email Address": "a@example.org", "Address": "12 Low Rd  Cardiff  CF3 0LN  United Kingdom", "LEID": "1"}
    brought_list(cast, as_csv(MAILCHIMP, row))
    address = person_of("a@example.org").address
    assert address
    assert address.postcode == "CF3 0LN"


CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Zillah Vek\nEMAIL:zillah@example.org\n{}\nEND:VCARD\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("DEATHDATE:20190203", date(2019, 2, 3)),
        ("DEATHDATE:20190203T101500Z", date(2019, 2, 3)),
        ("DEATHDATE:2019-02-03", date(2019, 2, 3)),
        ("DEATHDATE:2019", timezone.localdate),
        ("DEATHDATE;VALUE=text:some years ago", timezone.localdate),
    ],
)
def test_a_card_says_that_somebody_died(cast: Cast, line: str, day: object):
    brought_list(cast, CARD.format(line).encode(), file_name="hana.vcf")
    assert Person.objects.get(given_name="Zillah").died_on == (day() if callable(day) else day)
