"""Hours on the clock of the movement's own zone, and the one each spring that it leaves out."""

from datetime import UTC, date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _


def at(day: date, hour: time) -> datetime:
    """A moment by day and hour of the clock: 19:00 is 19:00 in summer and winter."""
    return timezone.make_aware(datetime.combine(day, hour))


def is_on_the_clock(day: date, hour: time) -> bool:
    """Whether there is such an hour on that day: not where the clocks go forward over it."""
    moment = at(day, hour)
    there_and_back = timezone.localtime(moment.astimezone(UTC))
    return there_and_back.replace(tzinfo=None) == datetime.combine(day, hour)


def held_at(day: date, hour: time) -> datetime:
    """The same, where the clocks may leave that hour out: then it is an hour later on them, as in every calendar.

    RFC 5545, 3.3.5: an hour that does not occur is read by the clock that went before it, so 01:30 is 02:30.
    """
    return timezone.localtime(at(day, hour).astimezone(UTC))


def said_of_clock(day: date, hour: time) -> str:
    """That the clocks leave an hour out on a day, and when it begins instead; blank where they do not."""
    if is_on_the_clock(day, hour):
        return ""
    told = {"hour": f"{hour:%H:%M}", "later": f"{held_at(day, hour):%H:%M}"}
    return _("The clocks go forward that night: there is no {hour}, so it begins at {later}.").format(**told)


def moved(moment: datetime, day: date) -> datetime:
    """The same hour of the clock on another day."""
    return at(day, timezone.localtime(moment).time())
