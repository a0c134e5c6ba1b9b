"""How many more an event has room for: those who mean to come, were there, and the guests they bring, all counted."""

from django.db.models import Sum

from m4c.events.models import Attendance, Event, Reply

State = Attendance.State
COMING = [State.YES, State.CONFIRMED, State.CAME, State.WALK_IN]


def places_left(event: Event) -> int | None:
    """How many more there is room for; None where nobody counts, and never below none. At most two statements."""
    if event.capacity is None:
        return None
    coming = Attendance.objects.filter(event=event, state__in=COMING)
    with_guests = Reply.objects.standing().filter(event=event, waiting_since=None, guests__gt=0)
    brought = with_guests.filter(person__in=coming.values("person")).aggregate(all=Sum("guests"))["all"] or 0
    return max(0, event.capacity - coming.count() - brought)


def has_room(event: Event, number: int = 1) -> bool:
    """Whether so many more may come."""
    left = places_left(event)
    return left is None or left >= number
