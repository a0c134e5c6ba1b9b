"""Series: what comes back. Their events are made ahead, a day is left out or confirmed, and a series is ended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event, Series, SeriesDay
from m4c.events.operations.event import check_times, clean_postcode, clean_title, set_called_off
from m4c.events.operations.event_plan import change_event, clean_link
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.planning.clock import at as moment_of
from m4c.events.planning.clock import is_on_the_clock
from m4c.events.planning.faith_days import BY_NAME
from m4c.events.planning.recurrence import days_of
from m4c.people.models import Account, Group

AHEAD = timedelta(days=92)  # so far ahead events stand in the calendar
PROPOSED_AHEAD = timedelta(days=365)  # so far ahead a faith's calendar is looked through
SHARED = ("kind", "title", "place", "postcode", "link", "at_home", "visibility")  # what each event takes over
CHANGEABLE = {*SHARED, "starts", "ends", "until"} - {"kind"}

State = SeriesDay.State
NO_HOUR_ON = _("The clocks go forward over that hour on {day}: leave that day out first.")
NO_HOUR = _("The clocks go forward over that hour on that day.")


class SeriesRefused(Refused):
    """The series would not make sense."""


@dataclass(frozen=True)
class NewSeries:
    """What comes back: `rule` is an RRULE, or of a faith's calendar the name of its day. Hours are of the clock."""

    kind: str
    title: str
    rule: str
    first_on: date
    starts: time
    ends: time | None = None
    calendar: str = Series.Calendar.RULE
    until: date | None = None
    place: str = ""
    postcode: str = ""
    link: str = ""
    at_home: bool = False
    visibility: str = Event.Visibility.GROUP


@operation(PLAN_EVENTS, on="group", public=True)
def start_series(*, group: Group, new: NewSeries, today: date, by: Account) -> Series:
    """Let something come back, and put its next months in the calendar. Raises EventRefused and SeriesRefused."""
    if new.until and new.until < new.first_on:
        raise SeriesRefused(_("It ends before it begins."), field="until")
    if new.calendar != Series.Calendar.RULE and new.rule not in BY_NAME:
        raise SeriesRefused(_("We do not know that day."), field="rule")
    values = {name: getattr(new, name) for name in (*SHARED, "rule", "calendar", "first_on", "until", "starts", "ends")}
    series = Series(group=group, **(values | clean(values)))
    check_hours(series)
    series.save(force_insert=True)
    make_days(series, today)
    return series


@operation(PLAN_EVENTS, on="series", public=True)
def change_series(*, series: Series, values: Mapping[str, Any], today: date, by: Account) -> Series:
    """Change what comes back; its coming events follow in all that was not changed of them alone.

    Raises EventRefused and SeriesRefused.
    """
    if unknown := values.keys() - CHANGEABLE:
        raise TypeError(f"change_series: {', '.join(sorted(unknown))} cannot be changed here")
    before = {name: getattr(series, name) for name in (*SHARED, "starts", "ends")}
    change(series, **(dict(values) | clean(values)))
    check_hours(series)
    for event in coming(series, today):
        local = timezone.localtime(event.starts_at)
        follows = {name: getattr(series, name) for name in SHARED if getattr(event, name) == before[name]}
        if (local.date(), local.time()) == (event.series_day, before["starts"]):
            if not is_on_the_clock(local.date(), series.starts):
                raise SeriesRefused(NO_HOUR_ON.format(day=date_format(local)), field="starts")
            follows |= hours_on(series, local.date())
        change_event(event, **follows)
    make_days(series, today)
    return series


@operation(PLAN_EVENTS, on="series", public=True)
def make_ahead(*, series: Series, today: date, by: Account) -> list[Event]:
    """Put the next months of a series in the calendar, or propose the next days of its faith's. Twice is once."""
    return make_days(series, today)


@operation(PLAN_EVENTS, on="series", public=True)
def leave_out(*, series: Series, day: date, at: datetime, by: Account, why: str = "") -> Series:
    """Leave a day of a series out; an event that stands for it is called off, with the reason."""
    decide(series, day, State.LEFT_OUT, at=at, decider=by, why=why)
    for event in Event.objects.filter(series=series, series_day=day, cancelled_at=None):
        set_called_off(event, at, why)
    return series


@operation(PLAN_EVENTS, on="series", public=True)
def take_in_again(*, series: Series, day: date, today: date, by: Account) -> Series:
    """Take back that a day was left out: its event is on again; one of a faith's calendar is to be confirmed anew."""
    left_out = SeriesDay.objects.filter(series=series, day=day, state=State.LEFT_OUT)
    if series.calendar == Series.Calendar.RULE:
        left_out.delete()
    else:
        left_out.update(state=State.PROPOSED, why="", decided_by=None, decided_at=None)
    for event in Event.objects.filter(series=series, series_day=day).exclude(cancelled_at=None):
        set_called_off(event, None)
    make_days(series, today)
    return series


@operation(PLAN_EVENTS, on="series", public=True)
def confirm_day(*, series: Series, day: date, on: date, at: datetime, by: Account) -> Event:
    """Confirm a day that a faith's calendar proposes, and on which day it is kept: its event is in the calendar.

    Raises SeriesRefused for a day that was not proposed, for one on which nobody could mean it, and where the clocks
    leave out its hour.
    """
    if not SeriesDay.objects.filter(series=series, day=day, state=State.PROPOSED).exists():
        raise SeriesRefused(_("That day is not waiting to be confirmed."), code="not_proposed")
    if abs(on - day) > timedelta(days=7):
        raise SeriesRefused(_("That is more than a week from the day in the calendar."), field="on")
    if not is_on_the_clock(on, series.starts):
        raise SeriesRefused(NO_HOUR, field="on")
    decide(series, day, State.CONFIRMED, at=at, decider=by)
    event = Event.objects.filter(series=series, series_day=day).first()
    return event or make_one(series, day, on)


@operation(PLAN_EVENTS, on="series", public=True)
def end_series(*, series: Series, on: date, at: datetime, by: Account, why: str = "") -> Series:
    """Let a series come back no more after a day; its events after that are called off. Raises SeriesRefused."""
    if series.ended_on:
        raise SeriesRefused(_("It has ended already."), code="ended")
    change(series, ended_on=on)
    SeriesDay.objects.filter(series=series, day__gt=on, state=State.PROPOSED).delete()
    for event in coming(series, on + timedelta(days=1)):
        set_called_off(event, at, why)
    return series


def make_days(series: Series, today: date) -> list[Event]:
    """Make the events of a rule that are not there yet; of a faith's calendar propose days. One event of a day.

    A day whose clocks leave out the hour of it is left out, and says why.
    """
    series = Series.objects.select_for_update().get(pk=series.pk)
    if series.ended_on:
        return []
    first = max(today, series.first_on)
    if series.calendar != Series.Calendar.RULE:
        propose(series, first, last_of(series, first + PROPOSED_AHEAD))
        return []
    days = set(days_of(series.rule, series.first_on, first, last_of(series, today + AHEAD)))
    days -= set(SeriesDay.objects.filter(series=series, state=State.LEFT_OUT).values_list("day", flat=True))
    days -= set(Event.objects.filter(series=series, series_day__in=days).values_list("series_day", flat=True))
    nights = {day for day in days if not is_on_the_clock(day, series.starts)}
    for day in nights:
        decide(series, day, State.LEFT_OUT, at=timezone.now(), decider=None, why=str(NO_HOUR))
    return [make_one(series, day, day) for day in sorted(days - nights)]


def propose(series: Series, first: date, last: date) -> None:
    """Write down the days of a faith's calendar between two days, to be confirmed by a person; each once."""
    days = [begins for begins, _ends in BY_NAME[series.rule].between(first, last) if begins >= first]
    SeriesDay.objects.bulk_create([SeriesDay(series=series, day=day) for day in days], ignore_conflicts=True)


def make_one(series: Series, day: date, on: date) -> Event:
    """The event that stands for a day of a series, held on this day."""
    values = {name: getattr(series, name) for name in SHARED} | hours_on(series, on)
    return Event.objects.create(group_id=series.group_id, series=series, series_day=day, **values)


def hours_on(series: Series, day: date) -> dict[str, datetime | None]:
    """When its event starts and ends on a day. An end that the clocks leave out is an hour later on them."""
    ends = moment_of(day, series.ends) if series.ends else None
    return {"starts_at": moment_of(day, series.starts), "ends_at": ends}


def coming(series: Series, since: date) -> Iterable[Event]:
    """Its events from a day on that take place."""
    return Event.objects.filter(series=series, starts_at__gte=moment_of(since, time.min), cancelled_at=None)


def last_of(series: Series, day: date) -> date:
    """This day, or that on which the series ends by itself, if sooner."""
    return min(day, series.until) if series.until else day


def decide(series: Series, day: date, state: str, *, at: datetime, decider: Account | None, why: str = "") -> None:
    """Write what somebody decided of a day."""
    decided = {
        "state": state,
        "why": why.strip(),
        "decided_at": at,
        "decided_by": decider if decider and decider.pk else None,
    }
    SeriesDay.objects.update_or_create(series=series, day=day, defaults=decided)


def clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of these values that are kept otherwise than typed. Raises EventRefused."""
    cleaners = {"title": clean_title, "postcode": clean_postcode, "link": clean_link, "place": str.strip}
    return {name: cleaner(values[name]) for name, cleaner in cleaners.items() if name in values}


def check_hours(series: Series) -> None:
    """Raise EventRefused where each event would end before it starts."""
    check_times(*hours_on(series, series.first_on).values())  # type: ignore[arg-type]
