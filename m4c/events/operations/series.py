"""Series: what comes back. Their events are made ahead, a day is left out or confirmed, and a series is ended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event, Series, SeriesDay
from m4c.events.operations.event import check_times, clean_postcode, clean_title, set_called_off
from m4c.events.operations.event_plan import PLAN_FIELDS, clean_plan, set_co_hosts_of_series
from m4c.events.operations.outside_host import check_host
from m4c.events.operations.repeating import ASKED_FOR, Repeated, follow, make_like, planned_of
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.planning.clock import at as moment_of
from m4c.events.planning.clock import held_at
from m4c.events.planning.faith_days import BY_NAME
from m4c.events.planning.recurrence import days_of
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see

AHEAD = timedelta(days=92)  # so far ahead events stand in the calendar
PROPOSED_AHEAD = timedelta(days=365)  # so far ahead a faith's calendar is looked through
SHARED = {
    "title",
    "place",
    "postcode",
    "at_home",
    "visibility",
    "parts",
    "held_by",
    "chair",
} | PLAN_FIELDS  # what each event takes over
HOURS = {"starts", "ends", "until"}
CHANGEABLE = SHARED | HOURS | {"co_hosts"}

State = SeriesDay.State


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
    details: str = ""
    capacity: int | None = None
    access: tuple[str, ...] = ()
    language: str = ""
    contact: Person | None = None
    target: int | None = None
    co_hosts: tuple[Group, ...] = ()
    parts: tuple[str, ...] = ()
    held_by: str = ""
    chair: str = ""


@operation(PLAN_EVENTS, on="group", public=True)
def start_series(*, group: Group, new: NewSeries, today: date, by: Account) -> Series:
    """Let something come back, and put its next months in the calendar. Raises EventRefused and SeriesRefused."""
    if new.until and new.until < new.first_on:
        raise SeriesRefused(_("It ends before it begins."), field="until")
    if new.calendar != Series.Calendar.RULE and new.rule not in BY_NAME:
        raise SeriesRefused(_("We do not know that day."), field="rule")
    must_see([new.contact], by)
    values = {name: getattr(new, name) for name in (*SHARED, *HOURS, "kind", "rule", "calendar", "first_on")}
    series = Series(group=group, **(values | clean(values)))
    check_hours(series)
    check_host(series.kind, series.held_by, series.chair)
    series.save(force_insert=True)
    set_co_hosts_of_series(series, new.co_hosts)
    make_days(series, today)
    return series


@operation(PLAN_EVENTS, on="series", public=True)
def change_series(*, series: Series, values: Mapping[str, Any], today: date, by: Account) -> Series:
    """Change what comes back; its coming events follow in all that was not changed of them alone.

    Raises EventRefused and SeriesRefused.
    """
    if unknown := values.keys() - CHANGEABLE:
        raise TypeError(f"change_series: {', '.join(sorted(unknown))} cannot be changed here")
    if values.get("contact", series.contact) != series.contact:
        must_see([values["contact"]], by)
    before, starts = planned_of(series), series.starts
    wanted = dict(values) | clean(values)
    if "co_hosts" in wanted:
        set_co_hosts_of_series(series, wanted.pop("co_hosts"))
    change(series, **wanted)
    check_hours(series)
    check_host(series.kind, series.held_by, series.chair)
    after = planned_of(series)
    for event in coming(series, today):
        day = timezone.localdate(event.starts_at)
        is_on_its_day = day == event.series_day and event.starts_at == held_at(day, starts)
        follow(event, before, after, hours_on(series, day) if is_on_its_day else {})
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

    Raises SeriesRefused for a day that was not proposed, and for one on which nobody could mean it.
    """
    if not SeriesDay.objects.filter(series=series, day=day, state=State.PROPOSED).exists():
        raise SeriesRefused(_("That day is not waiting to be confirmed."), code="not_proposed")
    if abs(on - day) > timedelta(days=7):
        raise SeriesRefused(_("That is more than a week from the day in the calendar."), field="on")
    decide(series, day, State.CONFIRMED, at=at, decider=by)
    event = Event.objects.filter(series=series, series_day=day).first()
    return event or make_one(series, planned_of(series), day, on)


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
    """Make the events of a rule that are not there yet; of a faith's calendar propose days. One event of a day."""
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
    plan = planned_of(series)
    return [make_one(series, plan, day, day) for day in sorted(days)]


def propose(series: Series, first: date, last: date) -> None:
    """Write down the days of a faith's calendar between two days, to be confirmed by a person; each once."""
    days = [begins for begins, _ends in BY_NAME[series.rule].between(first, last) if begins >= first]
    SeriesDay.objects.bulk_create([SeriesDay(series=series, day=day) for day in days], ignore_conflicts=True)


def make_one(series: Series, plan: Repeated, day: date, on: date) -> Event:
    """The event that stands for a day of a series, held on this day by the plan of the series."""
    return make_like(plan, {"series": series, "series_day": day} | hours_on(series, on))


def hours_on(series: Series, day: date) -> dict[str, datetime | None]:
    """When its event starts and ends on a day. An hour that the clocks leave out is an hour later on them."""
    starts_at, ends_at = held_at(day, series.starts), held_at(day, series.ends) if series.ends else None
    if series.ends and ends_at and ends_at <= starts_at:
        ends_at = starts_at + (datetime.combine(day, series.ends) - datetime.combine(day, series.starts))
    return {"starts_at": starts_at, "ends_at": ends_at}


def coming(series: Series, since: date) -> Iterable[Event]:
    """Its events from a day on that take place."""
    return Event.objects.filter(series=series, starts_at__gte=moment_of(since, time.min), cancelled_at=None)


def last_of(series: Series, day: date) -> date:
    """This day, or that on which the series ends by itself, if sooner."""
    return min(day, series.until) if series.until else day


def decide(series: Series, day: date, state: str, *, at: datetime, decider: Account, why: str = "") -> None:
    """Write what somebody decided of a day."""
    by = decider if decider.pk else None
    decided = {"state": state, "why": why.strip(), "decided_at": at, "decided_by": by}
    SeriesDay.objects.update_or_create(series=series, day=day, defaults=decided)


def clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of these values that are kept otherwise than typed. Raises EventRefused and SeriesRefused."""
    cleaners = {"title": clean_title, "postcode": clean_postcode, "parts": clean_parts}
    cleaners |= dict.fromkeys(("place", "held_by", "chair"), str.strip)
    plan = clean_plan(values)
    return plan | {name: cleaner(values[name]) for name, cleaner in cleaners.items() if name in values}


def clean_parts(parts: Iterable[str]) -> list[str]:
    """Parts that wait for somebody each time, in our own order. Raises SeriesRefused for what is none of them."""
    given = set(parts)
    if given - set(ASKED_FOR):
        raise SeriesRefused(_("We do not know that part."), field="parts")
    return [part.value for part in ASKED_FOR if part in given]


def check_hours(series: Series) -> None:
    """Raise EventRefused where each event would end before it starts."""
    check_times(*hours_on(series, series.first_on).values())  # type: ignore[arg-type]
