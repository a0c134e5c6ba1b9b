"""Reading a row of a conversation log: whatever counts must be clear."""

import pytest

from m4c.listening.conversation_rows import read_conversation
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.reading import Row

COLUMNS = Columns(
    (
        ColumnKind.LEADER_EMAIL,
        ColumnKind.LEADER_NAME,
        ColumnKind.WITH_NAME,
        ColumnKind.DATE,
        ColumnKind.CONVERSATION_TYPE,
        ColumnKind.STATUS,
        ColumnKind.PEOPLE_THERE,
        ColumnKind.NEXT_STEP_BY,
    )
)


def line(**said: str):
    cells = {"email": "a@example.org", "name": "", "other": "Ebo Iwu", "date": "2010-07-06", "type": "1-2-1"}
    cells |= {"status": "held", "people": "", "by": ""} | said
    return read_conversation(Row(2, list(cells.values()), []), COLUMNS)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, ""),
        ({"type": ""}, ""),
        ({"email": "", "name": "Bethan Griffiths"}, ""),
        ({"type": "house meeting", "other": ""}, ""),
        ({"date": "2099-07-06", "status": "arranged"}, ""),
        ({"email": ""}, "It does not say which leader asked or hosted."),
        ({"email": "a@"}, "“a@” is not an e-mail address."),
        ({"date": ""}, "It has no date."),
        ({"date": "31/31/2010"}, "“31/31/2010” is not a date that is understood: write 31/12/2010."),
        ({"type": "lunch"}, "“lunch” is neither a 1-2-1 nor a house meeting."),
        ({"type": "", "other": ""}, "It does not say whether it was a 1-2-1 or a house meeting."),
        ({"status": ""}, "It does not say whether it is arranged, held or followed up."),
        ({"status": "cancelled"}, "“cancelled” is not arranged, held or followed up, so it does not count."),
        ({"date": "2099-07-06"}, "It is said to be held, on a day still to come."),
        ({"other": ""}, "It does not say with whom."),
        ({"other": "Ebo"}, "Only one name, and no e-mail or phone by which to know them."),
        ({"type": "house meeting", "people": "loads"}, "“loads” is not a number that is understood."),
        (
            {"type": "house meeting", "status": "arranged", "people": "5"},
            "People were there, so it was held; but it is said to be arranged.",
        ),
    ],
)
def test_row_that_is_unclear_is_refused(said: dict[str, str], reason: str):
    assert line(**said).reason == reason


@pytest.mark.parametrize(
    ("status", "people", "there"),
    [("held", "12", 12), ("held", "twelve", 12), ("held", "", None), ("arranged", "", None)],
)
def test_people_there_are_counted_or_not_said(status: str, people: str, there: int | None):
    assert line(type="house meeting", status=status, people=people).said.people_there == there


def test_next_step_without_a_clear_day_is_told():
    assert (line(by="soon").reason, line(by="soon").said.next_step_by) == ("", None)
    assert line(by="soon").remark == "“soon” is not a date that is understood: write 31/12/2010."
