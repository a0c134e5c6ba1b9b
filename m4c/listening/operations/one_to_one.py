"""Arrange, hold and follow up 1-2-1s."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.listening.models import OneToOne
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people import ledger
from m4c.people.models import Account, Group, Person


class OneToOneRefused(Refused):
    """The conversation would not make sense."""


@dataclass(frozen=True)
class NewOneToOne:
    """A 1-2-1: who asked, with whom, for which day, and how far it got."""

    asker: Person
    other: Person
    day: date
    held_on: date | None = None
    followed_up_on: date | None = None
    next_step: str = ""
    next_step_by: date | None = None
    uid: UUID | None = None


@operation(RECORD_CONVERSATIONS, on="group")
def record_one_to_one(*, group: Group, new: NewOneToOne, by: Account) -> OneToOne:
    """Record a 1-2-1, arranged or held. The same two people on the same day are one; told again, it only gets further.

    Raises OneToOneRefused, also for a `uid` that stands for something else.
    """
    if new.uid:
        known = OneToOne.objects.filter(uid=new.uid).first()
        if known and (known.asker_id, known.other_id, known.day) != (new.asker.pk, new.other.pk, new.day):
            raise OneToOneRefused(_("That record cannot be written."), code="uid_taken")
    return one_to_one_many(group_of={new.asker.pk: group}, rows=[new])[0]


@operation(RECORD_CONVERSATIONS, on="group")
def record_one_to_ones(*, group: Group, rows: Sequence[NewOneToOne], by: Account) -> list[OneToOne]:
    """Record many 1-2-1s of one group, at most 500 at a time, in their order."""
    return one_to_one_many(group_of={row.asker.pk: group for row in rows}, rows=rows)


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def hold_one_to_one(
    *, one_to_one: OneToOne, on: date, by: Account, next_step: str = "", next_step_by: date | None = None
) -> OneToOne:
    """It took place on this day; `next_step` is what was agreed, by when."""
    if one_to_one.called_off_on:
        raise OneToOneRefused(_("This 1-2-1 was called off."), code="called_off")
    change(one_to_one, held_on=on, next_step=next_step or one_to_one.next_step, next_step_by=next_step_by)
    ledger.write([one_to_one])
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def follow_up_one_to_one(*, one_to_one: OneToOne, on: date, by: Account) -> OneToOne:
    """The agreed next step happened on this day."""
    if not one_to_one.held_on:
        raise OneToOneRefused(_("Only a 1-2-1 that was held can be followed up."), code="not_held")
    change(one_to_one, followed_up_on=on)
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def reopen_one_to_one(*, one_to_one: OneToOne, by: Account) -> OneToOne:
    """Take back the last thing said of it: followed up, held, or called off."""
    if one_to_one.called_off_on:
        change(one_to_one, called_off_on=None)
    elif one_to_one.followed_up_on:
        change(one_to_one, followed_up_on=None)
    else:
        change(one_to_one, held_on=None)
    ledger.write([one_to_one])
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def call_off_one_to_one(*, one_to_one: OneToOne, on: date, by: Account) -> OneToOne:
    """It will not take place; it counts nowhere."""
    if one_to_one.held_on:
        raise OneToOneRefused(_("A 1-2-1 that was held cannot be called off."), code="held")
    change(one_to_one, called_off_on=on)
    return one_to_one


def one_to_one_many(*, group_of: dict[int, Group], rows: Sequence[NewOneToOne]) -> list[OneToOne]:
    """Write 1-2-1s, each in the group of its asker (by the asker's id), with their ledger rows.

    One that is known by asker, other and day only gets further: arranged, held, followed up; never back.
    """
    for row in rows:
        check(row)
    same_days = Q(asker__in={row.asker.pk for row in rows}, day__in={row.day for row in rows})
    known = {(found.asker_id, found.other_id, found.day): found for found in OneToOne.objects.filter(same_days)}
    new: dict[tuple[int, int, date], OneToOne] = {}
    for row in rows:
        key = (row.asker.pk, row.other.pk, row.day)
        if key in known:
            get_further(known[key], row)
        elif key in new:
            get_further(new[key], row, save=False)
        else:
            new[key] = build(row, group_of[row.asker.pk])
    OneToOne.objects.bulk_create(new.values(), batch_size=500)
    by_key = known | new
    written = [by_key[row.asker.pk, row.other.pk, row.day] for row in rows]
    ledger.write({one_to_one.pk: one_to_one for one_to_one in written}.values())
    return written


def build(row: NewOneToOne, group: Group) -> OneToOne:
    """A 1-2-1, not yet saved."""
    one_to_one = OneToOne(
        asker=row.asker,
        other=row.other,
        group=group,
        day=row.day,
        held_on=row.held_on,
        followed_up_on=row.followed_up_on,
        next_step=row.next_step,
        next_step_by=row.next_step_by,
    )
    if row.uid:
        one_to_one.uid = row.uid
    return one_to_one


def get_further(one_to_one: OneToOne, row: NewOneToOne, *, save: bool = True) -> None:
    """Add what a row says beyond what is known; nothing is taken back."""
    values = {
        "held_on": one_to_one.held_on or row.held_on,
        "followed_up_on": one_to_one.followed_up_on or row.followed_up_on,
        "next_step": one_to_one.next_step or row.next_step,
        "next_step_by": one_to_one.next_step_by or row.next_step_by,
        "called_off_on": None if row.held_on else one_to_one.called_off_on,
    }
    if save:
        change(one_to_one, **values)
        return
    for name, value in values.items():
        setattr(one_to_one, name, value)


def check(row: NewOneToOne) -> None:
    """Raise OneToOneRefused for a conversation with oneself, or one followed up that was not held."""
    if row.asker.pk == row.other.pk:
        raise OneToOneRefused(_("A 1-2-1 is between two people."), field="other")
    if row.followed_up_on and not row.held_on:
        raise OneToOneRefused(_("Only a 1-2-1 that was held can be followed up."), field="followed_up_on")
