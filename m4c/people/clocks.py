"""Figures of the law that say by when something must be done: each with the day it holds from, and its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings


@dataclass(frozen=True)
class Clock:
    """So many days, by which law, from which day on."""

    days: int
    since: date
    source: str


# Counted from the day after receipt. A last day at a weekend may roll on; we never use that, and so are never late.
DATA_COMPLAINT_ACKNOWLEDGED = [
    Clock(30, date(2026, 6, 19), "Data (Use and Access) Act 2025: complaints about the use of personal data"),
]

# How long private notes of somebody who left wait for the word of whom they are about, before they are destroyed.
# No law names the days: data is kept no longer than needed (UK GDPR, article 5(1)(e)), and nobody is left without time.
NOTES_AWAIT_A_WORD = [
    Clock(28, date(2018, 5, 25), "Our own rule, by UK GDPR article 5(1)(e), storage limitation"),
]


def in_force(clocks: Sequence[Clock], on: date) -> Clock | None:
    """The one that holds on a day; None before the first."""
    return max((clock for clock in clocks if clock.since <= on), key=lambda clock: clock.since, default=None)


def acknowledge_by(*, is_about_data: bool, received: date) -> date:
    """By when a complaint is to be acknowledged: by law where it is about data, else by our own rule.

    Never later than it is to be answered, since the answer acknowledges it too.
    """
    own = settings.COMPLAINT_ACKNOWLEDGE_DAYS
    clock = in_force(DATA_COMPLAINT_ACKNOWLEDGED, received) if is_about_data else None
    return min(received + timedelta(days=clock.days if clock else own), answer_by(received))


def notes_wait_until(handed_over: date) -> date:
    """The last day on which somebody may say what becomes of the private notes about them; then they go."""
    clock = in_force(NOTES_AWAIT_A_WORD, handed_over)
    return handed_over + timedelta(days=clock.days if clock else 0)


def answer_by(received: date) -> date:
    """By when a complaint is to be answered. The law says "without undue delay", and our own rule what that is."""
    return received + timedelta(days=settings.COMPLAINT_ANSWER_DAYS)


# From when we came to know of it, by the hour: 72 of them.
BREACH_TOLD = [
    Clock(3, date(2018, 5, 25), "UK GDPR article 33(1): a breach is told to the regulator within 72 hours"),
]


def tell_by(known_at: datetime) -> datetime:
    """By when the regulator is told of a breach, weekends and nights counted."""
    clock = in_force(BREACH_TOLD, known_at.date()) or BREACH_TOLD[0]
    return known_at + timedelta(days=clock.days)
