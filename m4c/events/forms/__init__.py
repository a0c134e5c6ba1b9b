"""Forms of events: what one asks and in which shape, and no rules."""

from m4c.events.forms.attendance import AttendanceForm
from m4c.events.forms.event import EventForm
from m4c.events.forms.find import FindEventsForm, FindForm
from m4c.events.forms.head_count import HeadCountForm
from m4c.events.forms.moments import at
from m4c.events.forms.record import RecordForm

__all__ = ["AttendanceForm", "EventForm", "FindEventsForm", "FindForm", "HeadCountForm", "RecordForm", "at"]
