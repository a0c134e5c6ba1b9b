"""How many more an event has room for: those who mean to come, were there, and the guests they bring, all counted."""

from django.db.models import Sum

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
    coming = Attendance.objects.filter(event=event, state__in=COMING).order_by().count()
    placed = Reply.objects.filter(event=event, waiting_since=None, cancelled_at=None)
    brought = placed.aggregate(all=Sum("guests"))["all"] or 0
    return max(0, event.capacity - coming - brought)


def has_room(event: Event, number: int = 1) -> bool:
    """Whether so many more may come."""
    left = places_left(event)
    return left is None or left >= number
