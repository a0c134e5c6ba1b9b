"""How many more an event has room for: those who mean to come, were there, and the guests they bring, all counted."""

from django.db.models import Count, QuerySet, Sum

from m4c.core.prepared import in_all, prepared
from m4c.events.models import Attendance, Event, Reply

State = Attendance.State
COMING = [State.YES, State.CONFIRMED, State.CAME, State.WALK_IN]


def places_left(event: Event) -> int | None:
    """How many more there is room for; None where nobody counts, and never below none. Two statements by indexes alone.

    Guests are counted with whoever has a place by their reply; somebody who says no on the phone gives their own back
    at once, and their guests' with the reply.
    """
    if event.capacity is None:
        return None
    [coming], [brought] = coming_to(event.pk), brought_to(event.pk)
    return max(0, event.capacity - coming - (brought or 0))


@prepared
def coming_to(event: int) -> QuerySet[Attendance, int]:
    """How many mean to come to an event, or were there."""
    return in_all(Attendance.objects.filter(event=event, state__in=COMING), Count("*"))


@prepared
def brought_to(event: int) -> QuerySet[Reply, int | None]:
    """How many guests are brought by those who have a place; None where nobody has."""
    placed = Reply.objects.filter(event=event, waiting_since=None, cancelled_at=None)
    return in_all(placed.filter(guests__gt=0), Sum("guests"))  # most bring nobody, and are not looked at


def has_room(event: Event, number: int = 1) -> bool:
    """Whether so many more may come."""
    left = places_left(event)
    return left is None or left >= number
