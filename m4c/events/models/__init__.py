"""The tables of events."""

from m4c.events.models.attendance import Attendance
from m4c.events.models.calendar_feed import CalendarFeed
from m4c.events.models.door import Arrival, HostLink
from m4c.events.models.evaluation import Evaluation
from m4c.events.models.event import Event
from m4c.events.models.event_letter import EventLetter, LetterToSomebody
from m4c.events.models.event_plan import AccessNeed
from m4c.events.models.head_count import HeadCount
from m4c.events.models.hosts import CoHost, EventRole, OutsideHost
from m4c.events.models.job import Job
from m4c.events.models.minutes import AgendaItem, Decision, Minutes
from m4c.events.models.reply import Guest, Reply
from m4c.events.models.school_holiday import SchoolHoliday
from m4c.events.models.series import Series, SeriesCoHost, SeriesDay
from m4c.events.models.turnout import NameAtEvent, TurnoutCall, TurnoutPledge

__all__ = [
    "AccessNeed",
    "AgendaItem",
    "Arrival",
    "Attendance",
    "CalendarFeed",
    "CoHost",
    "Decision",
    "Evaluation",
    "Event",
    "EventLetter",
    "EventRole",
    "Guest",
    "HeadCount",
    "HostLink",
    "Job",
    "LetterToSomebody",
    "Minutes",
    "NameAtEvent",
    "OutsideHost",
    "Reply",
    "SchoolHoliday",
    "Series",
    "SeriesCoHost",
    "SeriesDay",
    "TurnoutCall",
    "TurnoutPledge",
]
