"""Cells to values: what is not understood is a problem, never a wrong value."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10 ", 10), ("5.0", 5), ("5.", 5), ("05", 5), ("1,000", 1000), ("٣", 3),
        ("five", 5), ("Ten", 10), ("twelve", 12), ("Twenty-five", 25), ("forty", 40), ("ninety nine", 99),
        ("dim", 0), ("un", 1), ("dau", 2), ("tair", 3), ("un deg pump", 15), ("dau ddeg", 20), ("tri deg un", 31),
        ("none", 0), ("None.", 0), ("nil", 0), ("no", 0), ("-", 0), ("\u2013", 0), ("--", 0),
        ("n/a", 0), ("not yet", 0), ("", 0),
    ],
)  # fmt: skip
def test_counts(text, number):
    parsed = parse_count(text)
    assert (parsed.value, parsed.problem) == (number, "")


@pytest.mark.parametrize(
    "text",
    [
        "2-3", "2\u20133", "lots", "a couple", "a few", "3+", "2.5", "1,5", "-3", "½", "²", "1e3", "five or six",
        "yes", "?",
        "one two", "twenty twenty", "twenty ten", "deg deg", "2010-03-02", "x", "5%", "IV", "TRUE", "#REF!", "5 x",
    ],
)  # fmt: skip
def test_counts_that_are_not_understood_are_problems(text):
    parsed = parse_count(text)
    assert (parsed.value, parsed.problem) == (0, f"“{text}” is not a number that is understood.")


@pytest.mark.parametrize("text", ["1001", "07700900001", "2010", "9" * 5000])
def test_counts_beyond_what_anybody_does_are_problems(text):
    assert parse_count(text).value == 0
    assert parse_count(text).problem.endswith("is more than can be right.")


def test_a_blank_cell_says_less_than_none():
    assert [parse_count(text).blank for text in ("", "  ", "-", "none", "0")] == [True, True, False, False, False]


@given(st.text())
def test_a_count_is_a_count_or_a_problem(text):
    parsed = parse_count(text)
    assert 0 <= parsed.value <= 1000
    assert not (parsed.problem and parsed.value)


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (["y", "Y", "yes", "YES!", "Yes please", "TRUE", "1", "✓", "ok", "Oes", "Ydw", "joined"], Answer.YES),
        (["n", "No", "not yet", "Not yet.", "FALSE", "0", "✗", "none", "Nac ydw", "lapsed"], Answer.NO),
        (["", " ", "-", "n/a", "Y/N", "not sure", "don't know"], Answer.UNKNOWN),
    ],
)
def test_yes_and_no(texts, answer):
    assert [(parse_yes_no(text).value, parse_yes_no(text).problem) for text in texts] == [(answer, "")] * len(texts)


@pytest.mark.parametrize("text", ["x", "maybe", "yes but not by phone", "A1234", "5"])
def test_what_is_neither_yes_nor_no_is_a_problem(text):
    assert parse_yes_no(text).value == Answer.UNKNOWN
    assert parse_yes_no(text).problem == f"“{text}” is neither yes nor no."


@pytest.mark.parametrize(
    "text",
    [
        "05/07/2010", "5/7/10", "5.7.2010", "05-07-2010", "5 7 2010", "05/07/2010 18:30", "2010-07-05", "2010/7/5",
        "2010-07-05 18:30", "2010-07-05T18:30:00Z", "5 July 2010", "5th Jul 10", "5-Jul-10", "Monday 5 July 2010",
        "Mon. 5th of July, 2010", "July 5, 2010", "5 Gorffennaf 2010", "40364", "40364.77",
    ],
)  # fmt: skip
def test_dates(text):
    assert parse_date(text).value == datetime.date(2010, 7, 5)


@pytest.mark.parametrize(
    "text",
    [
        "07/13/2010", "31/02/2010", "0/1/2010", "05/07", "July 2010", "2010", "20100705", "soon", "5/7/0010", "99999",
        "1/1/2300", "5 Blursday 2010",
    ],
)  # fmt: skip
def test_dates_that_are_not_understood_are_problems(text):
    assert parse_date(text).value is None
    assert parse_date(text).problem == f"“{text}” is not a date that is understood: write 31/12/2010."


def test_two_digit_years_are_of_our_time():
    dates = [parse_date(text).value for text in ("1/2/69", "1/2/70", "1/2/00")]
    assert [date and date.year for date in dates] == [2069, 1970, 2000]
    assert (parse_date("").blank, parse_date("-").problem) == (True, "")


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        (["arranged", "Booked", "planned", "scheduled"], ConversationStatus.ARRANGED),
        (["held", "Done", "met", "happened", "Completed", "held, not followed up"], ConversationStatus.HELD),
        (["followed up", "Followed-up", "follow up done", "FollowedUp"], ConversationStatus.FOLLOWED_UP),
        (["", "-"], None),
    ],
)
def test_status(texts, status):
    assert [(parse_status(text).value, parse_status(text).problem) for text in texts] == [(status, "")] * len(texts)


@pytest.mark.parametrize("text", ["cancelled", "no show", "asked", "to be arranged", "not followed up", "pledged", "?"])
def test_status_that_does_not_count_is_a_problem(text):
    assert parse_status(text).value is None
    assert parse_status(text).problem == f"“{text}” is not arranged, held or followed up, so it does not count."


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (
            [
                "1-2-1",
                "121",
                "1:1",
                "1 to 1",
                "one to one",
                "One-to-one",
                "1-1",
                "121s",
                "2001-02-01",
                "01/02/2001",
                "01:01",
            ],
            ConversationType.ONE_TO_ONE,
        ),
        (["House meeting", "house mtg", "HM", "House-meeting", "Cyfarfod tŷ"], ConversationType.HOUSE_MEETING),
        ([""], None),
    ],
)
def test_conversation_types(texts, kind):
    assert [parse_conversation_type(text).value for text in texts] == [kind] * len(texts)


@pytest.mark.parametrize("text", ["meeting", "coffee", "121 / house meeting", "11", "2"])
def test_conversation_types_that_are_not_clear_are_problems(text):
    assert parse_conversation_type(text).value is None
    assert parse_conversation_type(text).problem == f"“{text}” is neither a 1-2-1 nor a house meeting."


@given(st.text())
def test_no_cell_breaks_a_parser(text):
    for parse in (parse_yes_no, parse_date, parse_status, parse_conversation_type):
        parsed = parse(text)
        assert not (parsed.blank and parsed.problem)


def test_long_cells_are_shortened_where_they_are_told():
    assert (
        parse_count("word " * 50).problem
        == "“word word word word word word word word…” is not a number that is understood."
    )
