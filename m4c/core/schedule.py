"""The shapes of a schedule: daily at a time, or every so many minutes."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone


@dataclass(frozen=True)
class Scheduled:
    """A task by its import path, and when it is due: at a time of day in the movement's zone, or at an interval."""

    task: str
    at: time | None = None
    interval: timedelta | None = None

    def last_due(self, now: datetime) -> datetime:
        """The latest time at or before `now` at which it was due."""
        if self.interval is not None:
            step = self.interval.total_seconds()
            return datetime.fromtimestamp(now.timestamp() // step * step, tz=now.tzinfo)
        local = timezone.localtime(now)
        today = timezone.make_aware(datetime.combine(local.date(), self.at or time()))
        return (
            today
            if today <= now
            else timezone.make_aware(datetime.combine(local.date() - timedelta(days=1), self.at or time()))
        )


def daily(task: str, at: time) -> Scheduled:
    """Due once a day at this time."""
    return Scheduled(task, at=at)


def every(task: str, minutes: int) -> Scheduled:
    """Due at each multiple of so many minutes."""
    return Scheduled(task, interval=timedelta(minutes=minutes))
