"""The figures of an event's turnout: counted in the database, for the page, the command and what comes after."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils import timezone

from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutPledge
from m4c.events.turnout.by_leader import LeaderFigures, leaders_of
from m4c.events.turnout.chains import longest_chain
from m4c.events.turnout.counting import (
    BROUGHT,
    CAME,
    CAME_AS_EXPECTED,
    CONFIRMED,
    LISTED,
    MEANT_TO_COME,
    STAYED_AWAY,
    WALKED_IN,
    leads,
    of_event,
)
from m4c.events.turnout.forecast import Forecast, forecast_of
from m4c.people.models import Account

State = Attendance.State
CAME_IN, MEANS_TO_COME = State.present(), [State.YES, State.CONFIRMED]
USUAL_LENGTH = timedelta(hours=3)  # of an event whose end nobody wrote down


@dataclass(frozen=True)
class CameByKind:
    """Those who came, by how it came about.

    `leaders` lead here (`counting.leads`); `brought` were expected and came because of somebody; `walk_in` were not
    expected, brought or not. Who was expected and came of themselves is in none of them.
    """

    leaders: int
    brought: int
    walk_in: int


@dataclass(frozen=True)
class Turnout:
    """An event's turnout, in people; those kept safe from whoever asks are in no figure.

    - `target`: how many the group wants there; None where nobody said.
    - `pledged`: how many leaders have said that they will bring.
    - `listed`: all on the list, whatever became of them, and the names on leaders' own lists; not walk-ins.
    - `yes`: those of them who said yes and did not take it back; a maybe counts as no.
    - `confirmed`: those of these who said so again when called.
    - `came`: all who were there, walk-ins with them.
    - `no_show`: once it is over, those who meant to come and did not; before, none but those written down as such.
    - `came_unasked`: walk-ins whom nobody brought.
    - `longest_chain`: links from a leader to whoever came because of somebody who came because of them, and so on;
      until it is over, whoever means to come counts like whoever came.
    - guests that somebody announced are counted once they are met, as people of their own.
    """

    target: int | None
    pledged: int
    listed: int
    yes: int
    confirmed: int
    came: int
    came_as_expected: int
    no_show: int
    came_unasked: int
    came_by_kind: CameByKind
    longest_chain: int

    @property
    def show_rate(self) -> float | None:
        """Of those who meant to come, the share that came, from 0 to 1; None where there is nothing to divide."""
        meant = self.came_as_expected + self.no_show
        return round(self.came_as_expected / meant, 4) if meant else None

    @property
    def came_of_themselves(self) -> int:
        """Those who were expected, and whom nobody brought."""
        return self.came - sum(asdict(self.came_by_kind).values())


def turnout_of(event: Event, account: Account, now: datetime | None = None) -> Turnout:
    """The figures of an event as the account may know them, in a constant number of queries that each give one row."""
    over = is_over(event, now or timezone.now())
    stayed_away = STAYED_AWAY if over else Q(state=State.DID_NOT_COME)
    rows = of_event(event, account).annotate(leads=leads(event, account))
    numbers = rows.aggregate(
        number_listed=Count("pk", filter=LISTED),
        yes=Count("pk", filter=MEANT_TO_COME),
        confirmed=Count("pk", filter=CONFIRMED),
        number_came=Count("pk", filter=CAME),
        as_expected=Count("pk", filter=CAME_AS_EXPECTED & MEANT_TO_COME),
        no_show=Count("pk", filter=stayed_away),
        unasked=Count("pk", filter=WALKED_IN & ~BROUGHT),
        walk_in=Count("pk", filter=WALKED_IN),
        leaders=Count("pk", filter=CAME_AS_EXPECTED & Q(leads=True)),
        brought=Count("pk", filter=CAME_AS_EXPECTED & Q(leads=False) & BROUGHT),
    )
    names = names_at(event, account)
    pledges = TurnoutPledge.objects.standing().filter(account.sight.unless_protected("person"), event=event)
    return Turnout(
        target=event.target,
        pledged=pledges.aggregate(number=Sum("number"))["number"] or 0,
        listed=numbers["number_listed"] + names["listed"],
        yes=numbers["yes"] + names["yes"],
        confirmed=numbers["confirmed"] + names["confirmed"],
        came=numbers["number_came"],
        came_as_expected=numbers["as_expected"],
        no_show=numbers["no_show"],
        came_unasked=numbers["unasked"],
        came_by_kind=CameByKind(numbers["leaders"], numbers["brought"], numbers["walk_in"]),
        longest_chain=longest_chain(event, account, CAME_IN if over else [*CAME_IN, *MEANS_TO_COME]),
    )


def names_at(event: Event, account: Account) -> dict[str, int]:
    """How many names on leaders' own lists are asked to an event, and how many of them mean to come: numbers alone.

    Not those on the list of a leader who is kept safe from the account.
    """
    return NameAtEvent.objects.filter(account.sight.unless_protected("name__owner"), event=event).aggregate(
        listed=Count("pk"),
        yes=Count("pk", filter=Q(state__in=[State.YES, State.CONFIRMED])),
        confirmed=Count("pk", filter=Q(state=State.CONFIRMED)),
    )


def is_over(event: Event, now: datetime) -> bool:
    """Whether an event took place and has ended."""
    return not event.is_called_off and (event.ends_at or event.starts_at + USUAL_LENGTH) <= now


@dataclass(frozen=True)
class TurnoutReport:
    """All that is told of an event's turnout at once."""

    figures: Turnout
    forecast: Forecast
    by_leader: list[LeaderFigures]

    def as_json(self) -> dict[str, Any]:
        """The shape that the command line promises."""
        told = asdict(self.figures)
        del told["came_as_expected"]
        forecast, leaders = self.forecast.as_json(), [leader.as_json() for leader in self.by_leader]
        return {**told, "show_rate": self.figures.show_rate, "forecast": forecast, "by_leader": leaders}


def report_of(event: Event, account: Account, now: datetime | None = None) -> TurnoutReport:
    """Figures, forecast and leaders of an event."""
    figures = turnout_of(event, account, now)
    return TurnoutReport(figures, forecast_of(event, figures.yes, account), leaders_of(event, account, now))
