"""An event's timeline: what happened with it, by day and in numbers, with what other apps tell of it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.prepared import prepared
from m4c.core.register import Register
from m4c.core.visibility import scopes_of
from m4c.events.models import Attendance, Event, HeadCount
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.people.models import Account
from m4c.people.timeline import TimelineEntry

MOST_DAYS = 10  # on which somebody was written down

# A teller gives what the account may see of an event, without a name, in a constant number of queries.
Teller = Callable[[Account, Event], Iterable[TimelineEntry]]
EVENT_TELLERS: Register[Teller] = Register("What each app tells on an event's timeline.")


def event_timeline(account: Account, event: Event) -> list[TimelineEntry]:
    """All that is told of an event, which is given with its turnout, the newest first."""
    told = [entry for tell in EVENT_TELLERS.all() for entry in tell(account, event)]
    return sorted(told, key=lambda entry: entry.at, reverse=True)


def own_days(account: Account, event: Event) -> Iterable[TimelineEntry]:
    """When it was planned, when it took place and how many were there, and whether it was called off."""
    is_written_up = event.made_at > event.starts_at
    yield said(event.made_at, _("Written up") if is_written_up else _("Put in the calendar"))
    if event.cancelled_at:
        yield said(event.cancelled_at, _("Called off"))
    elif event.starts_at <= timezone.now():
        came = event.came  # type: ignore[attr-defined]
        number = ngettext("Took place: {number} person came", "Took place: {number} people came", came)
        yield said(event.starts_at, number.format(number=came) if came else _("Took place"))


def those_written_down(account: Account, event: Event) -> Iterable[TimelineEntry]:
    """On which days people were put on the list before it, and written down after: for those who see who came."""
    if not account.may(SEE_ATTENDANCE, scopes_of(event)):
        return
    for row in written_down(account, event.pk, event.starts_at):
        at = end_of(row["day"])
        if before := row["before"]:
            asked = ngettext("{number} person asked or down to come", "{number} people asked or down to come", before)
            yield said(at, asked.format(number=before))
        if after := row["after"]:
            written = ngettext("{number} person written down", "{number} people written down", after)
            yield said(at, written.format(number=after))


@prepared
def written_down(account: Account, event: int, starts_at: datetime) -> QuerySet[Any, dict[str, Any]]:
    """How many on each day, before it began and after: the latest days."""
    seen = Attendance.objects.visible_to(account).filter(event=event).order_by()
    days: QuerySet[Any, Any] = seen.values(day=TruncDate("made_at")).annotate(
        before=Count("pk", filter=Q(made_at__lt=starts_at)), after=Count("pk", filter=Q(made_at__gte=starts_at))
    )
    return days.order_by("-day")[:MOST_DAYS]


def heads_counted(account: Account, event: Event) -> Iterable[TimelineEntry]:
    """When somebody said how many were there."""
    for count in head_counts(account, event.pk):
        how = count.get_how_display()
        yield said(count.made_at, _("{how}: {number} there").format(how=capfirst(how), number=count.number))


@prepared
def head_counts(account: Account, event: int) -> QuerySet[HeadCount]:
    """How many were there, by whoever said so."""
    return HeadCount.objects.visible_to(account).filter(event=event)


def end_of(day: date) -> datetime:
    """When something of which the day alone is known is told: past everything else of that day."""
    return timezone.make_aware(datetime.combine(day, time.max))


def said(at: datetime, sentence: str) -> TimelineEntry:
    """A line that leads nowhere."""
    return TimelineEntry(at, sentence, None)


def register() -> None:
    """What events itself tells."""
    EVENT_TELLERS.add("days", own_days)
    EVENT_TELLERS.add("attendance", those_written_down)
    EVENT_TELLERS.add("heads", heads_counted)
