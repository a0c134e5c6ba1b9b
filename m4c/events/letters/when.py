"""When letters of an event go: some by the clock, some because of what somebody does, and none too late."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from m4c.events.models import Event, EventLetter

Kind = EventLetter.Kind
AT = time(10)  # of the movement's own clock: nobody's telephone lights up at night
DAYS = {Kind.REMINDER: -1, Kind.THANKS: 1, Kind.MISSED: 2}  # from the event's own day
BEFORE = [Kind.CONFIRMATION, Kind.REMINDER, Kind.CHANGE, Kind.CALLED_OFF, Kind.PLACE]
GOOD_FOR = timedelta(days=3)  # how long thanks, or "we missed you", are better than nothing


def goes_by_clock(kind: str) -> bool:
    """Whether letters of this kind go at a time, where whoever plans the event wants them to."""
    return kind in DAYS


def usual_time(event: Event, kind: str) -> datetime:
    """When letters of a kind that goes by the clock go: the day before the event, or some days after it."""
    ends_or_starts = event.starts_at if kind == Kind.REMINDER else event.ends_at or event.starts_at
    day = timezone.localdate(ends_or_starts) + timedelta(days=DAYS[Kind(kind)])
    return timezone.make_aware(datetime.combine(day, AT))


def is_too_late(event: Event, kind: str, at: datetime) -> bool:
    """Whether a letter of this kind is of no use any more."""
    return at >= event.starts_at if kind in BEFORE else at >= usual_time(event, kind) + GOOD_FOR
