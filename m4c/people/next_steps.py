"""What comes next with somebody: steps agreed by themselves, and those that other apps' records end in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from m4c.core.prepared import prepared
from m4c.core.register import Register
from m4c.core.visibility import scopes_of
from m4c.people.models import Account, NextStep, Person
from m4c.people.naming import names_of
from m4c.people.permissions import TAKE_NEXT_STEPS

MOST = 6


@dataclass(frozen=True)
class Step:
    """One next step: what, whose it is (a person's id), by when, where it stands, and the press that settles it."""

    words: str
    owner: int
    due_on: date | None
    url: str = ""
    happened: str = ""
    dropped: str = ""


Source = Callable[[Account, Person], Iterable[Step]]
STEPS: Register[Source] = Register("Next steps with a person, of what the account may see; each in one query or two.")


def own_steps(account: Account, person: Person) -> Iterable[Step]:
    """The steps agreed by themselves."""
    found = to_take_with(account, person.pk)
    scopes = scopes_of(found)
    for step, scope in zip(found, scopes, strict=True):
        press = reverse("settle-step", kwargs={"uid": step.uid}) if account.may(TAKE_NEXT_STEPS, [scope]) else ""
        yield Step(step.words, step.owner_id, step.due_on, happened=press, dropped=press)


@prepared
def to_take_with(account: Account, person: int) -> QuerySet[NextStep]:
    """The first of those with somebody that are still to be taken."""
    return NextStep.objects.visible_to(account).filter(person=person).to_take()[:MOST]


def steps_with(account: Account, person: Person, today: date) -> list[dict[str, Any]]:
    """All of them with the names of whose they are, the soonest first and those without a day last."""
    found = [step for source in STEPS.all() for step in source(account, person)]
    names = names_of(account, [step.owner for step in found])
    found.sort(key=lambda step: (step.due_on is None, step.due_on or date.max))
    return [
        {
            "step": step,
            "owner": names.get(step.owner, ""),
            "is_own": step.owner == account.person_id,
            "is_late": bool(step.due_on and step.due_on < today),
        }
        for step in found[:MOST]
    ]


def register() -> None:
    """The steps that people itself keeps."""
    STEPS.add("people", own_steps)
