"""Days and hours as forms give them, on the movement's own clock."""

from datetime import date, datetime, time

from django.utils import timezone


def at(day: date, hour: time) -> datetime:
    """A moment on the clock of the movement's own zone."""
    return timezone.make_aware(datetime.combine(day, hour))
