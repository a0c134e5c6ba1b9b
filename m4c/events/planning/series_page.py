"""What the page of a series shows: when it comes back, and its days, past and to come."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.events.models import AccessNeed, Event, EventRole, Series, SeriesCoHost, SeriesDay
from m4c.events.planning.clock import held_at, said_of_clock
from m4c.events.planning.faith_days import BY_NAME
from m4c.events.planning.recurrence import in_words
from m4c.people.models import Account

BACK = timedelta(days=60)  # so far back days are still shown


@dataclass(frozen=True)
class Day:
    """A day of a series: the event that stands for it, or what was decided."""

    day: date
    event: Event | None
    decided: SeriesDay | None
    said_of_clock: str = ""  # that the clocks leave out its hour, and when it begins instead

    @property
    def is_left_out(self) -> bool:
        """Whether nothing takes place."""
        return self.decided is not None and self.decided.state == SeriesDay.State.LEFT_OUT

    @property
    def is_proposed(self) -> bool:
        """Whether it waits for a person to confirm it."""
        return self.decided is not None and self.decided.state == SeriesDay.State.PROPOSED

    @property
    def is_moved(self) -> bool:
        """Whether the event is on another day than the series says."""
        return self.event is not None and timezone.localdate(self.event.starts_at) != self.day


def told_when(series: Series) -> str:
    """When it comes back, in words."""
    if series.calendar == Series.Calendar.RULE:
        return in_words(series.rule)
    known = BY_NAME.get(series.rule)
    return _("{day}, by {calendar}").format(
        day=known.title if known else series.rule, calendar=series.get_calendar_display()
    )


@dataclass(frozen=True)
class TakenOver:
    """What each event of a series takes over beside its place and hours, in words."""

    co_hosts: list[str]
    access: list[str]
    parts: list[str]


def taken_over(account: Account, series: Series) -> TakenOver:
    """The rest of the plan of a series, as far as the account sees who holds it. One statement."""
    hosts = SeriesCoHost.objects.visible_to(account).filter(series=series)
    return TakenOver(
        co_hosts=list(hosts.values_list("group__name", flat=True)),
        access=[str(AccessNeed(need).label) for need in series.access],
        parts=[str(EventRole.Part(part).label) for part in series.parts],
    )


def days_shown(account: Account, series: Series, today: date) -> list[Day]:
    """Its days from two months ago on, in order: two statements."""
    since = today - BACK
    events = Event.objects.visible_to(account).filter(series=series, series_day__gte=since).select_related("group")
    by_day = {event.series_day: event for event in events}
    decided = {row.day: row for row in SeriesDay.objects.visible_to(account).filter(series=series, day__gte=since)}
    days = sorted({day for day in (*by_day, *decided) if day})
    return [day_shown(series, day, by_day.get(day), decided.get(day)) for day in days]


def day_shown(series: Series, day: date, event: Event | None, decided: SeriesDay | None) -> Day:
    """A day, with a word on the clocks where the hour of the series is not on it, or would not be if confirmed."""
    on = timezone.localdate(event.starts_at) if event else day
    said = said_of_clock(on, series.starts)
    is_moved_by_hand = event and event.starts_at != held_at(on, series.starts)
    return Day(day, event, decided, "" if is_moved_by_hand else said)
