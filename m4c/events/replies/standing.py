"""What stands already of somebody who replies to an event: read by statements built once, for each reply asks it."""

from datetime import datetime

from django.db.models import QuerySet

from m4c.core.prepared import prepared
from m4c.events.models import Attendance, EventLetter, LetterToSomebody, Reply

LETTERS_A_DAY = 5  # to one person, whoever types their address


@prepared
def replies_of(event: int, person: int) -> QuerySet[Reply]:
    """The one reply of a person to an event, if there is one."""
    return Reply.objects.filter(event=event, person=person).order_by()


@prepared
def attendances_of(event: int, person: int) -> QuerySet[Attendance]:
    """The one place of a person on the list of an event, if there is one."""
    return Attendance.objects.filter(event=event, person=person).order_by()


@prepared
def confirmed_since(person: int, since: datetime) -> QuerySet[LetterToSomebody, tuple[int, str]]:
    """The confirmations queued for somebody since then, as many as are a day's: of which event, and their state."""
    letters = LetterToSomebody.objects.filter(person=person, kind=EventLetter.Kind.CONFIRMATION, queued_at__gt=since)
    return letters.values_list("event", "state")[:LETTERS_A_DAY]


@prepared
def occasions(event: int, person: int, kind: str) -> QuerySet[LetterToSomebody, int]:
    """The numbers of the letters of a kind that an event queued for somebody."""
    queued = LetterToSomebody.objects.filter(event=event, person=person, kind=kind).order_by()
    return queued.values_list("occasion", flat=True)
