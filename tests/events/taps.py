"""Short ways to write taps at a door: somebody on the list, a tap on them, somebody new."""

from datetime import timedelta

from m4c.core.models.record import new_uid
from m4c.events.door.taps import Tap
from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance
from tests.factories import NOW, somebody

State = Attendance.State
LATER = NOW + timedelta(hours=1)


def listed(cast, event, name="Amal Yusuf", state=State.YES, **more):
    person = somebody(cast, name)
    return record_attendance(event=event, person=person, state=state, by=cast.operator, **more)


def tap(attendance, after=0, uid=None, **more):
    """A tap on somebody of the list, so many seconds after NOW."""
    at = NOW + timedelta(seconds=after)
    return Tap(uid or new_uid(), at, getattr(attendance, "uid", attendance), **more)


def new(name, after=0, **more):
    """A tap that adds somebody."""
    return tap(new_uid(), after, name=name, **more)


def said(taken):
    return [heard.said for heard in taken.heard]
