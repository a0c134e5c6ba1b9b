"""E-mail addresses and telephone numbers out of cells, in any form that people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from m4c.people.sheets.contacts import Email, parse_emails, parse_phones

ONE = "+447700900001"
TWO = "+447700900002"
CARDIFF = "+442920180123"


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("sian@example.org", ["sian@example.org"]),
        (" Sian.Rhys@EXAMPLE.ORG ", ["Sian.Rhys@example.org"]),
        ("mailto:sian@example.org", ["sian@example.org"]),
        ("Siân Rhys <sian@example.org>", ["sian@example.org"]),
        ("Rhys, Siân <sian@example.org>", ["sian@example.org"]),
        ("sian@example.org.", ["sian@example.org"]),
        ("sian@example.org,", ["sian@example.org"]),
        ("'sian@example.org'", ["sian@example.org"]),
        ("sian @ example.org", ["sian@example.org"]),
        ("sian@example.org (work)", ["sian@example.org"]),
        ("o'dowd+m4c@example.org", ["o'dowd+m4c@example.org"]),
        ("sian@example.org; owen@example.org", ["sian@example.org", "owen@example.org"]),
        ("sian@example.org or owen@example.org", ["sian@example.org", "owen@example.org"]),
        ("sian@example.org / SIAN@example.org", ["sian@example.org"]),
    ],
)
def test_emails(text, addresses):
    parsed = parse_emails(text)
    assert [email.address for email in parsed.value] == addresses
    assert parsed.problem == ""


def test_emails_are_compared_without_case():
    assert parse_emails("Sian@Example.org").value == (Email("Sian@example.org", "sian@example.org"),)


@pytest.mark.parametrize(
    "text", ["not an email", "sian@example", "sian@localhost", "sian@@example.org", "sian@exa mple"]
)
def test_what_is_no_email_is_a_problem(text):
    parsed = parse_emails(text)
    assert (parsed.value, parsed.problem) == ((), f"“{text}” is not an e-mail address.")


def test_a_wrong_email_beside_a_right_one_is_told():
    parsed = parse_emails("sian@example.org, owen@example")
    assert [email.address for email in parsed.value] == ["sian@example.org"]
    assert parsed.problem == "“owen@example” is not an e-mail address."


@pytest.mark.parametrize("text", ["", " ", "-", "none", "n/a", "No", "x", "?"])
def test_no_email_and_no_phone_are_no_problems(text):
    assert (parse_emails(text).value, parse_emails(text).problem) == ((), "")
    assert (parse_phones(text).value, parse_phones(text).problem) == ((), "")
    assert parse_emails(text).blank is parse_phones(text).blank is (not text.strip())


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("07700900001", [ONE]),
        ("07700 900001", [ONE]),
        ("07700-900-001", [ONE]),
        ("07700.900.001", [ONE]),
        ("07700/900001", [ONE]),
        ("0 7700 900001", [ONE]),
        ("+44 7700 900001", [ONE]),
        ("+44 (0)7700 900 001", [ONE]),
        ("+44(0) 7700 900001", [ONE]),
        ("0044 7700 900001", [ONE]),
        ("447700900001", [ONE]),
        ("7700900001", [ONE]),
        ("7700900001.0", [ONE]),
        ("O7700 900001", [ONE]),
        ("\uff10\uff17\uff17\uff10\uff10 900001", [ONE]),
        ("07700\u2011900001", [ONE]),
        ("Tel: 07700 900001", [ONE]),
        ("mob. 07700 900001", [ONE]),
        ("07700 900001 (after 6pm)", [ONE]),
        ("(029) 2018 0123", [CARDIFF]),
        ("2920180123", [CARDIFF]),
        ("029 2018 0123 ext 12", [CARDIFF]),
        ("01632 960001", ["+441632960001"]),
        ("0800 1111", ["+448001111"]),
        ("+353 87 123 4567", ["+353871234567"]),
        ("0048 512 345 678", ["+48512345678"]),
        ("07700 900001 / 029 2018 0123", [ONE, CARDIFF]),
        ("07700900001, 07700900002", [ONE, TWO]),
        ("07700 900001 or 07700 900002", [ONE, TWO]),
        ("07700900001 07700900002", [ONE, TWO]),
        ("h: 029 2018 0123 m: 07700 900001", [CARDIFF, ONE]),
        ("07700900001\n07700900001", [ONE]),
    ],
)  # fmt: skip
def test_phones(text, numbers):
    parsed = parse_phones(text)
    assert (list(parsed.value), parsed.problem) == (numbers, "")


@pytest.mark.parametrize(
    "text", ["12345", "999", "077009000011", "0770090001", "7.7009E+09", "ex-directory", "+44", "sian@example.org"]
)
def test_what_is_no_phone_is_a_problem(text):
    parsed = parse_phones(text)
    assert (parsed.value, parsed.problem) == ((), f"“{text}” is not a telephone number.")


def test_a_wrong_phone_beside_a_right_one_is_told():
    parsed = parse_phones("07700 900001 / 12345")
    assert (parsed.value, parsed.problem) == ((ONE,), "“12345” is not a telephone number.")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789+()- @.,;/"))))
def test_no_cell_breaks_a_parser(text):
    for parsed in (parse_emails(text), parse_phones(text)):
        assert parsed.value or parsed.problem or " ".join(text.split()).strip("-.").casefold() is not None
    assert all(
        number[0] == "+" and number[1:].isascii() and number[1:].isdecimal() for number in parse_phones(text).value
    )
    assert all(email.key == email.address.casefold() for email in parse_emails(text).value)
