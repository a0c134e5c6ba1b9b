"""Do one thing with many people of a list: asked for, carried out in pieces of at most 500, stopped, and forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from m4c.core.chunks import CHUNK
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.acting import tasks as change_tasks
from m4c.people.acting.register import ListAction, offered_to
from m4c.people.acting.whom import form_of, people_meant
from m4c.people.list_permissions import CHANGE_MANY, FORGET_CHANGES
from m4c.people.models import Account, Group, PeopleChange
from m4c.people.models.people_change import MOST_TOLD

MOST_UNDER_WAY = 3  # of one account


class ChangeRefused(Refused):
    """It cannot be done like this."""


@dataclass(frozen=True)
class Meant:
    """What to do, with what, and with whom: those ticked, or all that the address of the list finds."""

    what: str
    values: dict[str, Any]
    asked_for: str = ""
    picked: Sequence[str] = field(default_factory=list)


@operation(CHANGE_MANY, on="groups", every=True)
def begin_change(*, groups: Sequence[Group], meant: Meant, by: Account, at: datetime) -> PeopleChange:
    """Begin to do something with people of a list: with those ticked at once, with all that it finds in the background.

    Raises ChangeRefused for what is not offered, or by an address that is not understood; NotAllowed, Unseen and what
    else the action itself raises.
    """
    action_of(meant.what, by)
    if not meant.picked and form_of(meant.asked_for, by).problems:
        raise ChangeRefused(_("The address of the list cannot be read, so nobody is meant by it."), code="filter")
    if not meant.picked and PeopleChange.objects.filter(requested_by=by, finished_at=None).count() >= MOST_UNDER_WAY:
        raise ChangeRefused(_("Several of these are under way already; wait for those first."), code="queued")
    begun = PeopleChange.objects.create(
        what=meant.what,
        values=meant.values,
        asked_for="" if meant.picked else meant.asked_for,
        picked=list(meant.picked),
        requested_by=by,
        requested_at=at,
        language=get_language() or "",
    )
    if meant.picked:
        do_next(begun, by, at)
    else:
        change_tasks.carry_out.enqueue(begun.pk)
    return begun


@operation(CHANGE_MANY, on="groups", every=True)
def carry_on(*, groups: Sequence[Group], begun: PeopleChange, by: Account, at: datetime) -> PeopleChange:
    """Do it with the next 500 people at most, and say how far it got. Raises what the action itself raises."""
    locked = PeopleChange.objects.select_for_update(of=("self",)).get(pk=begun.pk)  # no two do the same piece
    if locked.is_under_way and locked.requested_by_id == by.pk:
        do_next(locked, by, at)
    return locked


@operation(FORGET_CHANGES, on=None)
def stop_change(*, begun: PeopleChange, problem: str, by: Account, at: datetime) -> PeopleChange:
    """Say what stopped it."""
    change(begun, problem=problem[:300], finished_at=at)
    return begun


@operation(FORGET_CHANGES, on=None)
def forget_changes(*, by: Account, at: datetime) -> list[PeopleChange]:
    """Forget whom changes were about that nobody needs to read any more; that they were made stays on record."""
    outdated = list(PeopleChange.objects.outdated(at))
    ids = [begun.pk for begun in outdated]
    PeopleChange.objects.filter(pk__in=ids).update(forgotten_at=at, picked=[], refused=[], values={}, asked_for="")
    return outdated


def action_of(what: str, by: Account) -> ListAction:
    """What is to be done. Raises ChangeRefused for what is not offered to the account, or is no more."""
    action = offered_to(by).get(what)
    if action is None:
        raise ChangeRefused(_("This cannot be done with many at once."), code="not_offered")
    return action


def do_next(begun: PeopleChange, by: Account, at: datetime) -> None:
    """The next piece: whom the account means and sees now, in the order of ids. Raises what the action raises."""
    action = action_of(begun.what, by)
    found = people_meant(by, begun.asked_for, begun.picked).filter(pk__gt=begun.last_id)
    some = list(found.order_by("pk")[: CHUNK + 1])  # one more tells whether any are left
    people = some[:CHUNK]
    left = action.do(begun.values, people, by, at) if people else []
    told = [[str(person.uid), reason] for person, reason in left][: MOST_TOLD - len(begun.refused)]
    change(
        begun,
        last_id=people[-1].pk if people else begun.last_id,
        done=begun.done + len(people) - len(left),
        left_out=begun.left_out + len(left),
        refused=[*begun.refused, *told],
        finished_at=at if len(some) <= CHUNK else None,
    )
