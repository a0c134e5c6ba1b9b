"""To whom each kind of letter goes: asked when letters are queued, and of each once more before it is sent."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from m4c.events.models import Attendance, Event, EventLetter, Reply
from m4c.people.models import Person

Kind, State = EventLetter.Kind, Attendance.State
COMING = [State.YES, State.CONFIRMED]


def people_for(event: Event, kind: str) -> QuerySet[Person]:
    """Those to whom a kind of letter of this event is to go, as they stand now.

    Whoever waits for a place is told what becomes of the event too. Nobody was missed where nobody took down who came.
    """
    coming = down(event, COMING)
    if kind in (Kind.REMINDER, Kind.PLACE):
        return Person.objects.filter(coming)
    if kind == Kind.THANKS:
        return Person.objects.filter(down(event, State.present()))
    if kind == Kind.MISSED:
        was_taken_down = Attendance.objects.filter(event=event).present().exists()
        return Person.objects.filter(down(event, [State.DID_NOT_COME, *(COMING if was_taken_down else ())]))
    replied = Reply.objects.standing().filter(event=event)
    return Person.objects.filter(coming | Q(pk__in=replied.values("person")))


def down(event: Event, states: Sequence[str]) -> Q:
    """People who stand so with an event."""
    return Q(pk__in=Attendance.objects.filter(event=event, state__in=states).values("person"))
