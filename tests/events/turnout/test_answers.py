"""Where somebody stands after what they said."""

import pytest

from m4c.events.models import TurnoutCall
from m4c.events.turnout.answers import state_after


def call(said: str) -> TurnoutCall:
    round_, _, answer = said.partition(" ")
    return TurnoutCall(round=round_, answer=answer)


@pytest.mark.parametrize(
    ("before", "said", "state"),
    [
        ("listed", [], "listed"),
        ("listed", ["ask no_answer"], "asked"),
        ("yes", ["call_1 no_answer"], "yes"),
        ("listed", ["ask yes"], "yes"),
        ("listed", ["ask maybe"], "maybe"),
        ("yes", ["ask yes", "call_1 yes"], "confirmed"),
        ("yes", ["call_1 yes"], "confirmed"),
        ("confirmed", ["call_1 yes", "call_2 no_answer"], "confirmed"),
        ("confirmed", ["ask yes", "call_1 yes", "day_before no"], "no"),
        ("confirmed", ["call_1 yes", "call_2 maybe"], "maybe"),
        ("no", ["call_1 yes", "call_2 no", "ask yes"], "yes"),
        ("no", ["call_1 no", "day_before yes"], "confirmed"),
        ("confirmed", ["call_1 yes", "ask yes"], "confirmed"),
        ("came", ["call_1 no"], "came"),
        ("did_not_come", ["call_1 yes"], "did_not_come"),
        ("walk_in", ["ask no"], "walk_in"),
    ],
)
def test_state_follows_what_was_said(before: str, said: list[str], state: str):
    assert state_after(before, [call(each) for each in said]) == state
