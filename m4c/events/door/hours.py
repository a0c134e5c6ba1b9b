"""When a door is open: from the day before, to get ready, until its event is over."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from m4c.events.models import Event

BEFORE = timedelta(days=1)
LATE = timedelta(hours=1)  # an event overruns, and somebody comes in at the very end


def opens_at(event: Event) -> datetime:
    """From when on its list is shown at the door."""
    return event.starts_at - BEFORE


def shuts_at(event: Event) -> datetime:
    """Until when: an hour after the end, or where no end is known until the end of the day."""
    if event.ends_at:
        return event.ends_at + LATE
    day = timezone.localdate(event.starts_at) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time.min)) + LATE


def is_open(event: Event, now: datetime) -> bool:
    """Whether the door's list is shown now."""
    return not event.is_called_off and opens_at(event) <= now < shuts_at(event)
