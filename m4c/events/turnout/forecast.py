"""How many are likely to come: from the group's own history, with the rule of halves until it has one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.events.models import Attendance, Event
from m4c.events.turnout.counting import CAME_AS_EXPECTED, MEANT_TO_COME, STAYED_AWAY, WALKED_IN, counted
from m4c.people.models import Account

RULE_OF_HALVES = (0.35, 0.5, 0.65)  # of those who say yes, about half come; and a range about it
ENOUGH = 3  # events, before our own figures are believed
WEIGHT = 3  # of the rule of halves, in events: few of our own lean towards it
LOOKED_AT = 30  # events of the group, the latest first
State = Attendance.State


@dataclass(frozen=True)
class Held:
    """An event of the group that was, whose list was kept: how many meant to come, came as they said, and walked in."""

    meant: int
    came: int
    walked_in: int

    @property
    def show_rate(self) -> float:
        """Of those who meant to come, the share that came."""
        return self.came / self.meant


@dataclass(frozen=True)
class Forecast:
    """How many are likely to come, in people, and why one thinks so."""

    low: int
    likely: int
    high: int
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, int]:
        """The shape that the command line promises."""
        return {"low": self.low, "likely": self.likely, "high": self.high}


def forecast_of(event: Event, meant: int, account: Account) -> Forecast:
    """How many of those who mean to come will, and how many besides, as far as the account may know; in two queries."""
    history = held_before(event, account)
    rates = [held.show_rate for held in history]
    low, likely, high = (
        leaned(rate, len(rates), prior) for rate, prior in zip(spread(rates), RULE_OF_HALVES, strict=True)
    )
    walk_ins = shrunk(median(held.walked_in for held in history), len(history), 0) if len(history) >= ENOUGH else 0.0
    low, likely, high = (
        math.floor(round(meant * low, 6)),
        round_half_up(meant * likely + walk_ins),
        math.ceil(round(meant * high + walk_ins, 6)),
    )
    return Forecast(low, likely, high, tuple(reasons(meant, rates, round_half_up(walk_ins))))


def held_before(event: Event, account: Account) -> list[Held]:
    """The latest events of the group before this one at which somebody meant to come and the list was kept.

    A list on which everybody came was written down at the door, and foretells nothing. Whoever is kept safe from the
    account is on none of them.
    """
    earlier = Event.objects.filter(group=event.group_id).held(event.starts_at).exclude(pk=event.pk)
    latest = earlier.order_by("-starts_at", "-pk").values("pk")[:LOOKED_AT]
    seen = Attendance.objects.filter(account.sight.unless_protected("person"))
    rows = counted(seen.filter(event__in=list(latest.values_list("pk", flat=True)))).order_by()
    expected = ~Q(state__in=State.present())
    numbers = rows.values("event").annotate(
        meant=Count("pk", filter=MEANT_TO_COME),
        came_so=Count("pk", filter=CAME_AS_EXPECTED & MEANT_TO_COME),
        walked_in=Count("pk", filter=WALKED_IN),
        others=Count("pk", filter=expected | STAYED_AWAY),
    )
    found = numbers.filter(meant__gt=0, others__gt=0)
    return [Held(row["meant"], row["came_so"], row["walked_in"]) for row in found]


def spread(rates: Sequence[float]) -> tuple[float, float, float]:
    """The lower quarter, the middle and the upper quarter of our own rates; the rule of halves before there are any."""
    if len(rates) < ENOUGH:
        return RULE_OF_HALVES
    lower, middle, upper = quantiles(rates, n=4, method="inclusive")
    return lower, middle, upper


def leaned(rate: float, events: int, prior: float) -> float:
    """A rate, leaned towards the rule of halves as far as few events say little."""
    return shrunk(rate, events, prior) if events >= ENOUGH else rate


def shrunk(value: float, events: int, towards: float) -> float:
    """A value from so many events, leaned towards what holds before there are any."""
    return (events * value + WEIGHT * towards) / (events + WEIGHT)


def reasons(meant: int, rates: Sequence[float], walk_ins: int) -> list[str]:
    """Why, in words."""
    said = ngettext("{number} person means to come.", "{number} people mean to come.", meant).format(number=meant)
    if len(rates) < ENOUGH:
        rule = _("About half of those who say yes come: the rule of halves, until this group's own lists tell more.")
        return [said, rule]
    own = _("At the last {events} events whose list was kept, {share} of 100 who said yes came (the middle one).")
    told = [said, own.format(events=len(rates), share=round_half_up(100 * median(rates)))]
    told.append(_("As these are few, the figure leans towards a half.") if len(rates) < 3 * WEIGHT else "")
    if walk_ins:
        unasked = ngettext("{number} walk-in is usual here.", "{number} walk-ins are usual here.", walk_ins)
        told.append(unasked.format(number=walk_ins))
    return [sentence for sentence in told if sentence]


def round_half_up(number: float) -> int:
    """The nearest whole number; a half goes up."""
    return math.floor(number + 0.5)
