"""Arrange, hold and follow up 1-2-1s."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.operations.newcomer import meet
from m4c.listening.models import ListeningCampaign, OneToOne
from m4c.listening.operations.asking_settled import settle_askings
from m4c.listening.operations.campaign import check_joins
from m4c.listening.operations.own_name import check_own_name
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS
from m4c.people import ledger
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see
from m4c.people.operations.person import NewPerson
from m4c.people.young import check_not_alone


class OneToOneRefused(Refused):
    """The conversation would not make sense."""


@dataclass(frozen=True)
class NewOneToOne:
    """A 1-2-1: who asked, with whom, for which day, and how far it got. Somebody new can be met one by one only."""

    asker: Person
    other: Person | NewPerson
    day: date
    held_on: date | None = None
    followed_up_on: date | None = None
    next_step: str = ""
    next_step_by: date | None = None
    uid: UUID | None = None
    alongside: str = ""  # who was there too, or knows of it, where either is under 18
    campaign: ListeningCampaign | None = None


@operation(RECORD_CONVERSATIONS, on="group")
def record_one_to_one(*, group: Group, new: NewOneToOne, by: Account) -> OneToOne:
    """Record a 1-2-1 that one asked for oneself, or that somebody did whose organiser one is.

    The same two people on the same day are one; told again, it only gets further, or is on again after it was called
    off. Raises OneToOneRefused, Unseen, NotAllowed in another's name, and PersonRefused for somebody new without name.
    """
    check_own_name([new.asker.pk], group, by, RECORD_FOR_OTHERS)
    must_see(people_in([new]), by)
    check(new)
    check_joins(new.campaign, group, by)
    check_company([new])
    if isinstance(new.other, NewPerson):
        person = meet(group=group, new=new.other, on=new.held_on or new.day, source=str(_("1-2-1")), by=by)
        new = replace(new, other=person)
    check_not_anothers(group, new, by)
    one_to_one = one_to_one_many(group_of={new.asker.pk: group}, rows=[new])[0]
    if one_to_one.called_off_on:
        change(one_to_one, called_off_on=None)
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="group")
def record_one_to_ones(*, group: Group, rows: Sequence[NewOneToOne], by: Account) -> list[OneToOne]:
    """Record many 1-2-1s of one group, at most 500 at a time, in their order. Raises as for one."""
    check_own_name([row.asker.pk for row in rows], group, by, RECORD_FOR_OTHERS)
    must_see(people_in(rows), by)
    check_company(rows)
    return one_to_one_many(group_of={row.asker.pk: group for row in rows}, rows=rows)


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def rearrange_one_to_one(*, one_to_one: OneToOne, day: date, by: Account) -> OneToOne:
    """Move one that is still to be held to another day. Raises OneToOneRefused."""
    check_own_name([one_to_one.asker_id], one_to_one, by, RECORD_FOR_OTHERS)
    if one_to_one.held_on or one_to_one.called_off_on:
        raise OneToOneRefused(_("Only a 1-2-1 that is still to come can be moved."), field="day", code="not_arranged")
    same_two = OneToOne.objects.filter(asker=one_to_one.asker_id, other=one_to_one.other_id, day=day)
    if same_two.exclude(pk=one_to_one.pk).exists():
        raise OneToOneRefused(_("You two have one on that day already."), field="day", code="same_day")
    change(one_to_one, day=day)
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def hold_one_to_one(
    *,
    one_to_one: OneToOne,
    on: date,
    by: Account,
    next_step: str | None = None,
    next_step_by: date | None = None,
    alongside: str | None = None,
) -> OneToOne:
    """It took place on this day; `next_step` is what was agreed, by when, and None leaves what stands.

    Said again, it corrects what was said. Raises OneToOneRefused.
    """
    check_own_name([one_to_one.asker_id], one_to_one, by, RECORD_FOR_OTHERS)
    if one_to_one.called_off_on:
        raise OneToOneRefused(_("This 1-2-1 was called off."), code="called_off")
    if one_to_one.followed_up_on and one_to_one.followed_up_on < on:
        raise OneToOneRefused(_("Its next step happened before that day."), field="held_on", code="followed_up_before")
    company = one_to_one.alongside if alongside is None else alongside.strip()
    check_not_alone([(one_to_one.asker_id, one_to_one.other_id, on, company)])
    agreed = {} if next_step is None else {"next_step": next_step.strip(), "next_step_by": next_step_by}
    change(one_to_one, held_on=on, alongside=company, **agreed)
    ledger.write([one_to_one])
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def follow_up_one_to_one(*, one_to_one: OneToOne, on: date, by: Account) -> OneToOne:
    """The agreed next step happened on this day. Raises OneToOneRefused."""
    check_own_name([one_to_one.asker_id], one_to_one, by, RECORD_FOR_OTHERS)
    if not one_to_one.held_on:
        raise OneToOneRefused(_("Only a 1-2-1 that was held can be followed up."), code="not_held")
    if on < one_to_one.held_on:
        raise OneToOneRefused(_("A next step happens after the 1-2-1."), field="followed_up_on", code="too_early")
    change(one_to_one, followed_up_on=on)
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def call_off_one_to_one(*, one_to_one: OneToOne, on: date, by: Account) -> OneToOne:
    """It will not take place; it counts nowhere. Raises OneToOneRefused."""
    check_own_name([one_to_one.asker_id], one_to_one, by, RECORD_FOR_OTHERS)
    if one_to_one.held_on:
        raise OneToOneRefused(_("A 1-2-1 that was held cannot be called off."), code="held")
    change(one_to_one, called_off_on=on)
    return one_to_one


@operation(RECORD_CONVERSATIONS, on="one_to_one")
def reopen_one_to_one(*, one_to_one: OneToOne, by: Account) -> OneToOne:
    """Take back the last thing said of it: called off, followed up, or held. Raises OneToOneRefused for nothing."""
    check_own_name([one_to_one.asker_id], one_to_one, by, RECORD_FOR_OTHERS)
    if one_to_one.called_off_on:
        change(one_to_one, called_off_on=None)
    elif one_to_one.followed_up_on:
        change(one_to_one, followed_up_on=None)
    elif one_to_one.held_on:
        change(one_to_one, held_on=None)
    else:
        raise OneToOneRefused(_("There is nothing to take back."), code="only_arranged")
    ledger.write([one_to_one])
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
        key = key_of(row)
        if key in known:
            change(known[key], **further(known[key], row))
        elif key in new:
            for name, value in further(new[key], row).items():
                setattr(new[key], name, value)
        else:
            new[key] = build(row, group_of[row.asker.pk])
    OneToOne.objects.bulk_create(new.values(), batch_size=500)
    by_key = known | new
    written = [by_key[key_of(row)] for row in rows]
    once = {one_to_one.pk: one_to_one for one_to_one in written}.values()
    ledger.write(once)
    settle_askings(once)
    return written


def check_company(rows: Iterable[NewOneToOne]) -> None:
    """Raise YoungRefused where an adult would meet somebody under 18 alone; somebody new is of no known age."""
    known = [row for row in rows if isinstance(row.other, Person)]
    check_not_alone((row.asker.pk, row.other.pk, row.held_on or row.day, row.alongside) for row in known)  # type: ignore[union-attr]


def people_in(rows: Iterable[NewOneToOne]) -> list[Person]:
    """Everybody on record whom these name."""
    named = [person for row in rows for person in (row.asker, row.other)]
    return [person for person in named if isinstance(person, Person)]


def key_of(row: NewOneToOne) -> tuple[int, int, date]:
    """What makes a 1-2-1 one: the ids of who asked and of the other, and the day."""
    if isinstance(row.other, NewPerson):
        raise TypeError("somebody new is met before the 1-2-1 is written")
    return row.asker.pk, row.other.pk, row.day


def build(row: NewOneToOne, group: Group) -> OneToOne:
    """A 1-2-1, not yet saved."""
    asker, other, _day = key_of(row)
    one_to_one = OneToOne(
        asker_id=asker,
        other_id=other,
        group=group,
        day=row.day,
        held_on=row.held_on,
        followed_up_on=row.followed_up_on,
        next_step=row.next_step.strip(),
        next_step_by=row.next_step_by,
        alongside=row.alongside.strip(),
        campaign=row.campaign,
    )
    if row.uid:
        one_to_one.uid = row.uid
    return one_to_one


def further(one_to_one: OneToOne, row: NewOneToOne) -> dict[str, object]:
    """What a 1-2-1 is once a row's word is added to what is known; nothing is taken back."""
    return {
        "held_on": one_to_one.held_on or row.held_on,
        "followed_up_on": one_to_one.followed_up_on or row.followed_up_on,
        "next_step": one_to_one.next_step or row.next_step.strip(),
        "next_step_by": one_to_one.next_step_by or row.next_step_by,
        "alongside": one_to_one.alongside or row.alongside.strip(),
        "campaign_id": one_to_one.campaign_id or (row.campaign.pk if row.campaign else None),
        "called_off_on": None if row.held_on else one_to_one.called_off_on,
    }


def check(row: NewOneToOne) -> None:
    """Raise OneToOneRefused for a conversation with oneself, or one followed up that was not held."""
    if row.asker == row.other:
        raise OneToOneRefused(_("A 1-2-1 is between two people."), field="other", code="with_oneself")
    if row.followed_up_on and not row.held_on:
        raise OneToOneRefused(_("Only a 1-2-1 that was held can be followed up."), field="followed_up_on")


def check_not_anothers(group: Group, new: NewOneToOne, by: Account) -> None:
    """Raise OneToOneRefused where the `uid` or these two people's day stands for a record that is not ours to write.

    One sentence for all reasons, so that nothing is told of it.
    """
    asker, other, day = key_of(new)
    same_day = Q(asker=asker, other=other, day=day)
    for known in OneToOne.objects.filter(same_day | Q(uid=new.uid) if new.uid else same_day):
        is_same = (known.asker_id, known.other_id, known.day) == (asker, other, day)
        ours = known.group_id == group.pk or OneToOne.objects.visible_to(by).filter(pk=known.pk).exists()
        if not is_same or not ours:
            raise OneToOneRefused(_("That record cannot be written."), code="uid_taken")
