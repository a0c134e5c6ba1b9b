"""Who said yes and did not come, because of whom they were to come, and who rings them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from m4c.events.models import Attendance, Event
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.events.turnout.counting import STAYED_AWAY, told_to
from m4c.people.models import Account, NextStep, Person
from m4c.people.naming import names_of

MOST = 300  # nobody rings more than that after one event


@dataclass(frozen=True)
class Missed:
    """Somebody who was missed. `asker` is who asked or brought them, `caller` whose step it is by now to ring them;
    each empty where it is nobody, or nobody who may be told.
    """

    attendance: Attendance
    asker: str
    is_own: bool
    step: NextStep | None
    caller: str
    may_open: bool

    @property
    def is_rung(self) -> bool:
        """Whether that has happened."""
        return self.step is not None and self.step.outcome == NextStep.Outcome.HAPPENED


def missed_at(account: Account, event: Event) -> list[Missed]:
    """Those who said yes and did not come, as far as the account sees them, in the order of names; in four queries."""
    found: list[Any] = list(stayed_away(account, event).select_related("person").by_name()[:MOST])
    people = [row.person_id for row in found]
    steps = {step.person_id: step for step in steps_since(account, event).filter(person__in=people)} if found else {}
    opened = set(Person.objects.visible_to(account).filter(pk__in=people).values_list("pk", flat=True)) if found else ()
    owners = [step.owner_id for step in steps.values()]
    names = names_of(account, [*owners, *(row.whose for row in found)])
    return [
        Missed(
            attendance=row,
            asker=names.get(row.whose, ""),
            is_own=account.person_id is not None and row.whose == account.person_id,
            step=(step := steps.get(row.person_id)),
            caller=names.get(step.owner_id, "") if step else "",
            may_open=row.person_id in opened,
        )
        for row in found
    ]


def stayed_away(account: Account, event: Event) -> AttendanceQuerySet:
    """Those others who meant to come to an event that is over and of whom nobody says that they did, with `whose`:
    because of whom they were to come, as far as the account may know.
    """
    seen = Attendance.objects.visible_to(account).filter(STAYED_AWAY, event=event).exclude(person=account.person_id)
    return seen.annotate(whose=Coalesce(told_to(account, "asked_by"), told_to(account, "brought_by")))


def steps_since(account: Account, event: Event) -> "QuerySet[NextStep]":
    """What was agreed with anybody in the event's group since it began, the earliest first; dropped steps left out."""
    steps = NextStep.objects.visible_to(account).exclude(outcome=NextStep.Outcome.DROPPED)
    return steps.filter(group=event.group_id, made_at__gte=event.starts_at).order_by("pk")


def uncalled(account: Account, event: Event) -> AttendanceQuerySet:
    """Those of them whom nobody is to ring yet."""
    return stayed_away(account, event).exclude(person__in=steps_since(account, event).order_by().values("person"))
