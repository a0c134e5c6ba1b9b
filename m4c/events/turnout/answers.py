"""Where somebody stands after what they said when asked and called: the one rule, for people and names alike."""

from collections.abc import Sequence

from m4c.events.models import Attendance, TurnoutCall
from m4c.events.turnout.counting import CALLS

State, Answer = Attendance.State, TurnoutCall.Answer
SETTLED = {State.CAME, State.WALK_IN, State.DID_NOT_COME}  # what happened, which no call changes


def state_after(state: str, calls: Sequence[TurnoutCall]) -> str:
    """The state of somebody who stood at `state`, given all calls to them, the earliest first.

    A yes is confirmed once they say yes to a call after the first ask; a maybe or a no takes both back. Whom nobody
    reached was asked.
    """
    if state in SETTLED:
        return state
    said = [call for call in calls if call.answer != Answer.NO_ANSWER]
    if not said:
        return State.ASKED if calls and state == State.LISTED else state
    last = said[-1].answer
    if last != Answer.YES:
        return State(last)
    since = [call for call in said if call.answer != Answer.YES]
    kept = said[said.index(since[-1]) + 1 :] if since else said
    return State.CONFIRMED if any(call.round in CALLS for call in kept) else State.YES
