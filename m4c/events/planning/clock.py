"""Hours on the clock of the movement's own zone, and the one each spring that it leaves out."""

from datetime import UTC, date, datetime, time

from django.utils import timezone


def at(day: date, hour: time) -> datetime:
    """A moment by day and hour of the clock: 19:00 is 19:00 in summer and winter."""
    return timezone.make_aware(datetime.combine(day, hour))


def is_on_the_clock(day: date, hour: time) -> bool:
    """Whether there is such an hour on that day: not where the clocks go forward over it."""
    moment = at(day, hour)
    there_and_back = timezone.localtime(moment.astimezone(UTC))
    return there_and_back.replace(tzinfo=None) == datetime.combine(day, hour)


def moved(moment: datetime, day: date) -> datetime:
    """The same hour of the clock on another day."""
    return at(day, timezone.localtime(moment).time())
