"""The tables of events."""

from m4c.events.models.attendance import Attendance
from m4c.events.models.event import Event
from m4c.events.models.head_count import HeadCount

__all__ = ["Attendance", "Event", "HeadCount"]
