"""Turnout sheets: states, guests and headers, as organisers write them."""

import pytest

from m4c.people.sheets.columns import guess_columns
from m4c.people.sheets.headers import meanings
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.turnout import Guests, parse_guests, parse_turnout_state

STATES = """
listed: listed | on the list | to call | Not contacted | ar y rhestr
asked: asked | Invited | left msg | voicemail | no answer | Pending | texted | gwahoddwyd
yes: yes | Y | coming | RSVP'd | Accepted | signed up | will be there | ✓ | yn dod | 1
maybe: maybe | ? | TBC | poss. | not sure | Hopefully | not confirmed | efallai
no: no | N | can't come | won't make it | Apologies | Apols | declined | ✗ | not coming | RSVP'd no | ddim yn dod | 0
confirmed: confirmed | Conf. | Conf'd | Confirmed (call 2) | definitely | wedi cadarnhau
came: came | Attended | turned up | Present | checked-in | left early | Yes - came | daeth
did_not_come: didn't come | No-show | no show | Did not attend | DNA | absent | yes but didn't come | Not attended
walk_in: walk-in | Walk in | walked in | on the door | unexpected | Came unasked
"""


def states():
    for line in STATES.strip().splitlines():
        state, _, words = line.partition(": ")
        for word in words.split(" | "):
            yield word, state


@pytest.mark.parametrize(("text", "state"), list(states()))
def test_a_state_is_known_by_what_people_write(text, state):
    assert parse_turnout_state(text).value == state


def test_what_is_no_state_is_a_problem_and_a_blank_says_nothing():
    assert parse_turnout_state("blue").value is None
    assert parse_turnout_state("blue").problem.startswith("“blue” is no state that is understood")
    assert parse_turnout_state(" - ").blank
    assert parse_turnout_state("N/A").blank


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("2", Guests(2)),
        ("+1", Guests(1)),
        ("two", Guests(2)),
        ("plus 1", Guests(1)),
        ("3 kids", Guests(3)),
        ("none", Guests()),
        ("", Guests()),
        ("Tom and Ann", Guests(2, ("Tom", "Ann"))),
        ("2 (Tom, Ann)", Guests(2, ("Tom", "Ann"))),
        ("3 (Tom, Ann)", Guests(3, ("Tom", "Ann"))),
        ("Tom + 2 others", Guests(3, ("Tom",))),
        ("Tom (8) and Sara (5 yrs)", Guests(2, ("Tom", "Sara"))),
        ("Ann (vegan)", Guests(1, ("Ann",))),
        ("Tom (and Ann)", Guests(2, ("Tom", "Ann"))),
        ("1 adult, 2 children", Guests(3)),
        ("plus one", Guests(1)),
        ("bringing 2", Guests(2)),
        ("x2", Guests(2)),
    ],
)
def test_guests_are_a_number_or_names(text, guests):
    assert (parse_guests(text).value, parse_guests(text).problem) == (guests, "")


@pytest.mark.parametrize("text", ["lots", "1000", "B12", "family", "guests (?)"])
def test_what_is_neither_is_a_problem(text):
    assert parse_guests(text).value == Guests()
    assert parse_guests(text).problem


HEADERS = """
full_name: Name | Full name
brought_by: Brought by | Invited by | Whose list | Leader | Asked by | Guest of | Came with | Who brought them
turnout_state: Status | State | RSVP | Response | Coming? | Confirmed? | Turnout
came: Came? | Attended | Turned up? | Checked in | On the day
guests: Guests | +1s | No. of guests | Plus ones | Bringing | Party size
"""


def headers():
    for line in HEADERS.strip().splitlines():
        kind, _, words = line.partition(": ")
        for word in words.split(" | "):
            yield word, ColumnKind(kind)


@pytest.mark.parametrize(("header", "kind"), list(headers()))
def test_a_header_is_known(header, kind):
    wanted, _remark = meanings(header, SheetKind.TURNOUT)
    assert max(wanted, key=lambda name: wanted[name]) == kind


def test_attendance_is_read_by_its_cells():
    def kinds(*cells):
        return guess_columns(["Name", "Attended"], [["Siân Rhys", cell] for cell in cells], SheetKind.TURNOUT)

    assert kinds("y", "n").columns.kinds[1] == ColumnKind.CAME
    assert kinds("came", "no show").columns.kinds[1] == ColumnKind.TURNOUT_STATE
