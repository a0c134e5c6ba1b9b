"""How many are in, by door, and who came in last: asked for by every phone at the door every few seconds."""

from typing import Any

from django.core.cache import cache
from django.db.models import Count, Min

from m4c.events.models import Arrival, Attendance, Event
from m4c.people.models.use import may_be_used

GOOD_FOR = 2  # seconds: all phones of an event share an answer
LATEST = 60


def total_of(event: Event) -> dict[str, Any]:
    """The count, the count by named door, and the latest taps as (uid of the place on the list, whether in)."""
    told = cache.get(key_of(event))
    if told is None:
        told = counted(event)
        cache.set(key_of(event), told, GOOD_FOR)
    return dict(told)


def count_anew(event: Event) -> None:
    """Have it read again at once: whoever let somebody in by a form sees them counted on the page that follows."""
    cache.delete(key_of(event))


def key_of(event: Event) -> str:
    """Where an event's figures are kept."""
    return f"door-total-{event.uid}"


def counted(event: Event) -> dict[str, Any]:
    """The same, read now. Whoever is kept safe is in no number beside a list without them."""
    seen = Attendance.objects.filter(may_be_used("person"), event=event)
    taps = Arrival.objects.filter(may_be_used("attendance__person"), event=event)
    latest = taps.order_by("-heard_at", "-pk").values_list("attendance__uid", "attendance__state")[:LATEST]
    present = Attendance.State.present()
    return {
        "came": seen.present().count(),
        "expected": seen.count(),
        "doors": by_door(event),
        "latest": [[str(uid), state in present] for uid, state in latest],
    }


def by_door(event: Event) -> dict[str, int]:
    """How many came in first by each door that has a name."""
    standing = Arrival.objects.standing().filter(may_be_used("attendance__person"), event=event)
    first = standing.values("attendance").annotate(first=Min("pk")).values("first")
    doors = Arrival.objects.filter(pk__in=first).exclude(door="").order_by("door")
    return dict(doors.values_list("door").annotate(number=Count("pk")))
