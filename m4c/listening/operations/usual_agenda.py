"""Lay the usual agenda of a house meeting, to be changed like any other."""

from m4c.core.operations import operation
from m4c.events.models import AgendaItem
from m4c.events.operations.agenda import next_position
from m4c.events.permissions import KEEP_MINUTES
from m4c.listening.models import HouseMeeting
from m4c.listening.rounds.agenda import USUAL
from m4c.people.models import Account


@operation(KEEP_MINUTES, on="meeting")
def lay_usual_agenda(*, meeting: HouseMeeting, by: Account) -> list[AgendaItem]:
    """Put on a meeting's agenda what house meetings usually talk about; nothing, where something stands there."""
    if next_position(meeting.event) > 1:
        return []
    rows = enumerate(USUAL, start=1)
    return AgendaItem.objects.bulk_create(
        AgendaItem(event=meeting.event, position=position, title=str(title), minutes=minutes)
        for position, (title, minutes) in rows
    )
