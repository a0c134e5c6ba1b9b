"""What each leader pledged and who came because of them: for that leader and their organiser, in the order of names.

Nothing is ever sorted by what is missing, and no rate is told of fewer than three events.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from m4c.core.visibility import scopes_of
from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutPledge
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.events.turnout.counting import BROUGHT, CAME, CONFIRMED, LISTED, MEANT_TO_COME, of_event
from m4c.people.models import Account, Person

FEWEST_EVENTS = 3  # of which a rate is told
State = Attendance.State


@dataclass(frozen=True)
class LeaderFigures:
    """A leader at an event: what they pledged, whom they have on their list, and who came because of them."""

    person: Person
    pledged: int
    listed: int
    yes: int
    confirmed: int
    came: int
    show_rate: float | None  # of all that they pledged at events that were, how many came

    def as_json(self) -> dict[str, Any]:
        """The shape that the command line promises."""
        numbers = {name: getattr(self, name) for name in ("pledged", "listed", "yes", "confirmed", "came")}
        return {"leader": self.person.name, "uid": str(self.person.uid), **numbers, "show_rate": self.show_rate}


def leaders_of(event: Event, account: Account, now: datetime | None = None) -> list[LeaderFigures]:
    """Those who pledged or have somebody on the list, in the order of names, as far as the account may know: all for
    whoever sees who came, and oneself for a leader.
    """
    sees_all = account.may(SEE_ATTENDANCE, scopes_of(event))
    only = Q() if sees_all else Q(pk=account.person_id)
    pledges = TurnoutPledge.objects.standing().filter(event=event)
    pledged = dict(pledges.values_list("person", "number"))
    rows = (
        of_event(event, account)
        .filter(BROUGHT)
        .values("whose")
        .annotate(
            listed=Count("pk", filter=LISTED),
            yes=Count("pk", filter=MEANT_TO_COME),
            confirmed_by=Count("pk", filter=CONFIRMED),
            came=Count("pk", filter=CAME),
        )
    )
    brought = {row["whose"]: row for row in (rows if sees_all else rows.filter(Q(whose=account.person_id)))}
    names = names_by_owner(event)
    wanted = pledged.keys() | brought.keys() | names.keys()
    people = Person.objects.filter(only, account.sight.unless_protected("pk"), pk__in=wanted)
    rates = show_rates(people.values_list("pk", flat=True), account, now or timezone.now())
    found = []
    for person in people.order_by("sort_name", "pk"):
        row, own = brought.get(person.pk, {}), names.get(person.pk, {})
        found.append(
            LeaderFigures(
                person=person,
                pledged=pledged.get(person.pk, 0),
                listed=row.get("listed", 0) + own.get("number", 0),
                yes=row.get("yes", 0) + own.get("yes", 0),
                confirmed=row.get("confirmed_by", 0) + own.get("confirmed", 0),
                came=row.get("came", 0),
                show_rate=rates.get(person.pk),
            )
        )
    return found


def names_by_owner(event: Event) -> dict[int, Mapping[str, Any]]:
    """Of names on leaders' own lists, how many there are and how many mean to come, by owner: numbers alone."""
    rows = (
        NameAtEvent.objects.filter(event=event)
        .order_by()
        .values("name__owner")
        .annotate(
            number=Count("pk"),
            yes=Count("pk", filter=Q(state__in=[State.YES, State.CONFIRMED])),
            confirmed=Count("pk", filter=Q(state=State.CONFIRMED)),
        )
    )
    return {row["name__owner"]: row for row in rows}


def show_rates(people: Any, account: Account, now: datetime) -> dict[int, float]:
    """Of all that these people pledged to bring to events that were, the share that came, by person, from 0 to 1 and
    more; only of those who pledged for three or more. In two queries, and without anybody kept safe from the account.
    """
    held = Q(event__starts_at__lt=now, event__cancelled_at=None)
    pledges = TurnoutPledge.objects.standing().filter(held, person__in=people).order_by().values("person")
    totals = pledges.annotate(events=Count("pk"), promised=Sum("number")).filter(events__gte=FEWEST_EVENTS)
    promised = {row["person"]: row["promised"] for row in totals}
    if not promised:
        return {}
    their_own = TurnoutPledge.objects.standing().filter(event=OuterRef("event"), person=OuterRef("whose"))
    seen = Attendance.objects.filter(account.sight.unless_protected("person"))
    came = seen.order_by().filter(CAME, held).annotate(whose=Coalesce("brought_by", "asked_by"))
    came = came.filter(Exists(their_own), whose__in=promised)
    numbers = dict(came.values("whose").annotate(number=Count("pk")).values_list("whose", "number"))
    return {person: round(numbers.get(person, 0) / number, 4) for person, number in promised.items()}
