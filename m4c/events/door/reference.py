"""The reference on a printed sheet: by it whoever types the sheet in need not say which event it was."""

import re
from datetime import date

from django.utils import timezone

from m4c.events.models import Event

PATTERN = re.compile(r"m4c[-_ ]?(\d{4}-\d{2}-\d{2})-([0-9a-f]{6})(?![0-9a-f])", re.IGNORECASE)


def reference_of(event: Event) -> str:
    """Its day and the end of its uid, such as `m4c-2026-10-05-3fa9c1`: to be typed as the name of the file."""
    return f"m4c-{timezone.localdate(event.starts_at).isoformat()}-{event.uid.hex[-6:]}"


def day_told(text: str) -> date | None:
    """The day that a reference in a text names; None where there is none."""
    found = PATTERN.search(text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def event_told(text: str) -> Event | None:
    """The event that a reference in a text means; None where there is none, or no longer of that day."""
    found, day = PATTERN.search(text), day_told(text)
    if found is None or day is None:
        return None
    that_day = Event.objects.filter(starts_at__date=day).order_by("pk")
    return next((event for event in that_day if event.uid.hex.endswith(found[2].lower())), None)
