"""Figures of the law, and our own beside it, for by when something is done: each with its first day and its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone


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

GDPR_BEGAN = date(2018, 5, 25)

# No law gave days before, and gives none for a complaint about anything else.
COMPLAINT_ACKNOWLEDGED = [
    Clock(5, GDPR_BEGAN, "Our own rule: whoever complains hears within the week that it came"),
]
COMPLAINT_ANSWERED = [
    Clock(28, GDPR_BEGAN, "Our own rule for “without undue delay”, as the law says of data (DPA 2018, section 164A)"),
]
COMPLAINT_KEPT = [
    Clock(2_190, GDPR_BEGAN, "Six years, as long as one may sue: Limitation Act 1980, sections 2 and 5"),
]

# How long a request to come into a group waits past its day, before it is forgotten and whoever asked is told.
JOIN_REQUEST_LAPSES = [
    Clock(28, GDPR_BEGAN, "Our own rule, by UK GDPR article 5(1)(e), storage limitation"),
]

# How long private notes of somebody who left wait for the word of whom they are about, before they are destroyed.
# No law names the days: data is kept no longer than needed (UK GDPR, article 5(1)(e)), and nobody is left without time.
NOTES_AWAIT_A_WORD = [
    Clock(28, GDPR_BEGAN, "Our own rule, by UK GDPR article 5(1)(e), storage limitation"),
]

# From when we came to know of it, by the hour: 72 of them.
BREACH_TOLD = [
    Clock(3, GDPR_BEGAN, "UK GDPR article 33(1): a breach is told to the regulator within 72 hours"),
]


def in_force(clocks: Sequence[Clock], on: date) -> Clock | None:
    """The one that holds on a day; None before the first."""
    return max((clock for clock in clocks if clock.since <= on), key=lambda clock: clock.since, default=None)


def days_of(clocks: Sequence[Clock], on: date) -> int:
    """How many days hold on a day; before the first, those of the first."""
    return (in_force(clocks, on) or clocks[0]).days


def acknowledge_by(*, is_about_data: bool, received: date) -> date:
    """By when a complaint is to be acknowledged: by law where it is about data, else by our own rule.

    Never later than it is to be answered, since the answer acknowledges it too.
    """
    clock = in_force(DATA_COMPLAINT_ACKNOWLEDGED, received) if is_about_data else None
    days = clock.days if clock else days_of(COMPLAINT_ACKNOWLEDGED, received)
    return min(received + timedelta(days=days), answer_by(received))


def lapses_after(on: date) -> timedelta:
    """How long past its day a request to come into a group still waits for its answer."""
    return timedelta(days=days_of(JOIN_REQUEST_LAPSES, on))


def notes_wait_until(handed_over: date) -> date:
    """The last day on which somebody may say what becomes of the private notes about them; then they go."""
    return handed_over + timedelta(days=days_of(NOTES_AWAIT_A_WORD, handed_over))


def answer_by(received: date) -> date:
    """By when a complaint is to be answered. The law says "without undue delay", and our own rule what that is."""
    return received + timedelta(days=days_of(COMPLAINT_ANSWERED, received))


def tell_by(known_at: datetime) -> datetime:
    """By when the regulator is told of a breach, weekends and nights counted."""
    return known_at + timedelta(days=days_of(BREACH_TOLD, timezone.localdate(known_at)))
