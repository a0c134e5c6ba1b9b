"""Begin and end memberships, one by one or many at once."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.inserting import insert_columns, insert_new
from m4c.core.operations import change, operation
from m4c.core.prepared import prepared
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.operations.group import count_heads, hold
from m4c.people.operations.must_see import must_see
from m4c.people.operations.own_word import take_back, who_left
from m4c.people.operations.welcome import welcome_many
from m4c.people.permissions import ADD_PEOPLE, EDIT_PEOPLE
from m4c.people.written import by_sql, one_of


class MembershipRefused(Refused):
    """The dates of the membership would not hold."""


@operation(ADD_PEOPLE, on="group")
def join(
    *,
    person: Person,
    group: Group,
    by: Account,
    role: str = Membership.Role.SUPPORTER,
    on: date | None = None,
    own_word: bool = False,
    welcome: bool = False,
) -> Membership:
    """Begin a person's membership in a group; the open one of that role is given back where there is one.

    A fuller role that begins on a known day ends the supporter's row. `own_word`: they asked for it themselves, which
    alone brings back somebody who left on their own wish. `welcome`: somebody of the group is to say hello. Raises
    MembershipRefused, and Unseen for somebody whom the account cannot see: to belong to a group is to be seen by it.
    """
    must_see([person], by)
    if group.ended_on:
        raise MembershipRefused(_("This group has ended."), field="group", code="group_ended")
    if own_word:
        take_back([person], group, timezone.now(), by)
    elif who_left([person], group):
        raise MembershipRefused(
            _("They left on their own wish. Only their own word brings them back."), code="left_on_own_wish"
        )
    if on and role != Membership.Role.SUPPORTER:
        supporting = Membership.objects.open().filter(person=person, group=group, role=Membership.Role.SUPPORTER)
        supporting.filter(Q(started_on=None) | Q(started_on__lte=on)).update(ended_on=on)
    membership = join_many(people=[person], group=group, role=role, on=on)[0]
    if welcome:
        welcome_many([person], group, timezone.now())
    return membership


@operation(EDIT_PEOPLE, on="membership")
def leave(*, membership: Membership, on: date, by: Account) -> Membership:
    """End a membership on a day. Sight of it stays with the group that held it. Raises MembershipRefused."""
    if membership.ended_on:
        raise MembershipRefused(_("This membership has ended already."), code="ended")
    if membership.started_on and on < membership.started_on:
        raise MembershipRefused(_("A membership ends after it starts."), field="on", code="too_early")
    change(membership, ended_on=on)
    return membership


def come_in(people: Iterable[Person], group: Group) -> None:
    """Make these people supporters of a group they turned up at, but for those who belong there or below already."""
    listed = list(people)
    known = who_belong([person.pk for person in listed], group)
    if missing := [person for person in listed if person.pk not in known]:
        join_many(people=missing, group=group)


def who_belong(people: Collection[int], group: Group) -> set[int]:
    """Those of these people, by id, who belong to the group or below it now."""
    return set(belonging(list(people), group.path, group.path_end))


@prepared
def belonging(people: list[int], path: str, path_end: str) -> QuerySet[Membership, int]:
    """The same, of the groups whose paths stand between these two."""
    theirs = Membership.objects.open().filter(by_sql("person", one_of(people)))
    there = theirs.filter(group__path__gte=path, group__path__lt=path_end)
    return there.order_by().values_list("person_id", flat=True)


def join_many(
    *,
    people: Iterable[Person],
    group: Group,
    role: str = Membership.Role.SUPPORTER,
    on: date | None = None,
    goes_on: bool = False,
) -> list[Membership]:
    """Memberships of these people in a group, in their order: the open one of any role where there is one already.

    A supporter's row is not written beside a fuller membership. They begin on `on`, or when each was first met. Whoever
    left on their own wish is left out: their own word comes first (own_word.py). `goes_on`: they belong here already in
    another role, or said so themselves just now, and nobody is left out.
    """
    listed = list(people)
    gone = set() if goes_on else who_left(listed, group)
    hold(group.ancestor_paths)  # two joins at once would write one person twice
    held: dict[int, Membership] = {}
    for membership in Membership.objects.open().filter(group=group, person__in=listed):
        if role in (Membership.Role.SUPPORTER, membership.role):
            held.setdefault(membership.person_id, membership)
    outside = {person.pk: person for person in listed if person.pk not in held and person.pk not in gone}
    new = {row.person_id: row for row in insert_new(Membership, **fresh(list(outside.values()), group, role, on))}
    count_heads(group.ancestor_paths, len(new))
    return [row for person in listed if (row := held.get(person.pk) or new.get(person.pk))]


def begin(*, people: Sequence[Person], group: Group, role: str) -> None:
    """Begin memberships of people whose records were written just now, in two statements."""
    insert_columns(Membership, **fresh(people, group, role))
    count_heads(group.ancestor_paths, len(people))


def fresh(people: Sequence[Person], group: Group, role: str, on: date | None = None) -> dict[str, Any]:
    """What stands in the columns of memberships that these people begin, on a day or when each was first met."""
    days = [on or person.met_on for person in people]
    return {"person_id": [person.pk for person in people], "group_id": group.pk, "role": role, "started_on": days}
