"""Ask names of one's own list to a house meeting: those on it already, and those that come onto it by being asked."""

from collections.abc import Sequence
from datetime import date

from m4c.core.operations import operation
from m4c.events.models import NameAtEvent
from m4c.events.operations.asking import list_name, list_new_name
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.listening.models import HouseMeeting
from m4c.listening.operations.own_name import check_own_name
from m4c.listening.permissions import RECORD_FOR_OTHERS
from m4c.people.models import Account, NameOnList
from m4c.people.operations.name_on_list import NewName


@operation(ASK_TO_EVENTS, on="meeting")
def ask_names(
    *, meeting: HouseMeeting, names: Sequence[NameOnList], new: Sequence[NewName], on: date, by: Account
) -> list[NameAtEvent]:
    """Ask these names of one's own list, and new ones, to a meeting that one hosts or whose host's organiser one is.

    Twice is once. Raises NameRefused, TurnoutRefused for somebody else's names, AttendanceRefused, NotAllowed.
    """
    check_own_name([meeting.host_id], meeting, by, RECORD_FOR_OTHERS)
    asked = [list_name(event=meeting.event, name=name, by=by) for name in names]
    return [*asked, *(list_new_name(event=meeting.event, new=each, on=on, by=by) for each in new)]
