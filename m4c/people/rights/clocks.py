"""By when what somebody asks of their own data is to be answered: figures of the law with their day and source."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from m4c.people.clocks import Clock, days_of
from m4c.people.working_days import next_working_day


@dataclass(frozen=True)
class Months:
    """So many calendar months, by which law, from which day on."""

    months: int
    since: date
    source: str


@dataclass(frozen=True)
class Since:
    """A rule that holds from a day on, and its source."""

    since: date
    source: str


@dataclass(frozen=True)
class Wait:
    """From when until when we waited for them to say more; `is_identity` where for who they are."""

    asked_on: date
    answered_on: date
    is_identity: bool = False


@dataclass(frozen=True)
class Due:
    """The law's last day, and our own."""

    answer_by: date
    aim_by: date


REQUEST_ANSWERED = [
    Months(1, date(2018, 5, 25), "UK GDPR article 12(3): one month from receipt, for every right of the person"),
]
REQUEST_EXTENDED = [
    Months(2, date(2018, 5, 25), "UK GDPR article 12(3): two months more where it is complex, told within the first"),
]
# The law's month has 28 days at least: our own day is never after it, and mostly before.
RIGHTS_AIM = [
    Clock(28, date(2018, 5, 25), "Our own rule for “without undue delay” in UK GDPR article 12(3)"),
]
CLOCK_STOPS = [
    Since(date(2026, 2, 5), "Data (Use and Access) Act 2025: not while identity or meaning is reasonably asked for"),
]


def request_due(received: date, *, waits: Iterable[Wait] = (), is_extended: bool = False) -> Due:
    """By when a request is to be answered: the same day of the month, else its last, else the next working day.

    The clock begins anew when they have shown who they are, and stands still while we ask what they mean; for requests
    received before the law let it stop, it does neither.
    """
    told = [wait for wait in waits if CLOCK_STOPS[0].since <= received]
    begins = max([received, *(wait.answered_on for wait in told if wait.is_identity)])
    still = timedelta(days=days_waited(told, after=begins))
    months = in_force(REQUEST_ANSWERED, received) + (in_force(REQUEST_EXTENDED, received) if is_extended else 0)
    answer_by = next_working_day(months_after(begins, months) + still)
    aim_days = days_of(RIGHTS_AIM, received)
    aim_by = months_after(begins, months - 1) + timedelta(days=aim_days) + still
    return Due(answer_by, min(aim_by, answer_by))


def told_of_longer_by(received: date, *, waits: Iterable[Wait] = ()) -> date:
    """By when somebody must be told that it takes longer: within the first month."""
    return request_due(received, waits=waits).answer_by


def days_waited(waits: Iterable[Wait], *, after: date) -> int:
    """How many days of these waits lie after a day, each counted once however many waits it lies in."""
    days: set[date] = set()
    for wait in waits:
        begins = max(wait.asked_on, after)
        days |= {begins + timedelta(days=number) for number in range((wait.answered_on - begins).days)}
    return len(days)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def in_force(figures: Sequence[Months], on: date) -> int:
    """How many months hold on a day: the newest figure, or the first for a day before any."""
    held = [figure for figure in figures if figure.since <= on] or figures[:1]
    return max(held, key=lambda figure: figure.since).months
