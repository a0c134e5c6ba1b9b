"""Bodies beside bodies: which belong to a coalition, with how many seats, and who sits for each over which term.

Nothing here gives anybody sight of anybody: a body names as its delegate whom it sees itself, and the others read a
name only where the delegate agreed.
"""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.models import Account, Delegate, Group, MemberBody, Person
from m4c.people.models.coalition import MOST_SEATS
from m4c.people.models.protection import is_kept_safe
from m4c.people.operations.must_see import Unseen, must_see
from m4c.people.permissions import KEEP_COALITIONS, NAME_DELEGATES


class CoalitionRefused(Refused):
    """The bodies, the seats or the terms would not hold."""


@operation(KEEP_COALITIONS, on="coalition")
def add_body(
    *, coalition: Group, seats: int, by: Account, body: Group | None = None, name: str = "", since: date | None = None
) -> MemberBody:
    """Say that a body belongs: a group on record, or another by its name. Raises CoalitionRefused."""
    name = name.strip()
    if coalition.kind != Group.Kind.COALITION or coalition.ended_on:
        raise CoalitionRefused(_("Only a coalition that stands has member bodies."), code="no_coalition")
    if bool(body) == bool(name):
        raise CoalitionRefused(_("Choose a group, or give the name of another body."), field="name", code="which")
    if body == coalition:
        raise CoalitionRefused(_("A coalition is no body of its own."), field="body", code="itself")
    check_seats(seats, 0)
    there = Q(body=body) if body else Q(name__iexact=name) | Q(body__name__iexact=name)
    if MemberBody.objects.standing().filter(there, coalition=coalition).exists():
        raise CoalitionRefused(_("This body belongs already."), field="body" if body else "name", code="belongs")
    return MemberBody.objects.create(
        coalition=coalition, body=body, name=name, seats=seats, joined_on=since, said_by=by
    )


@operation(KEEP_COALITIONS, on="coalition")
def set_seats(*, coalition: Group, member_body: MemberBody, seats: int, by: Account) -> MemberBody:
    """Say how many seats a body has: no fewer than sit there now. Raises CoalitionRefused."""
    if member_body.coalition_id != coalition.pk:
        raise CoalitionRefused(_("This body does not belong to the coalition."), code="elsewhere")
    check_stands(member_body)
    check_seats(seats, Delegate.objects.sitting().filter(member_body=member_body).count())
    change(member_body, seats=seats)
    return member_body


@operation(KEEP_COALITIONS, on="member_body")
def end_body(*, member_body: MemberBody, on: date, by: Account) -> list[MemberBody | Delegate]:
    """A body belongs no longer, as the coalition says or the body itself; the terms of its delegates end with it.

    Raises CoalitionRefused.
    """
    check_stands(member_body)
    if member_body.joined_on and on < member_body.joined_on:
        raise CoalitionRefused(_("It ends after it begins."), field="on", code="too_early")
    change(member_body, left_on=on)
    sitting = list(Delegate.objects.sitting().filter(member_body=member_body))
    for delegate in sitting:
        change(delegate, ended_on=max(on, delegate.started_on))
    return [member_body, *sitting]


@operation(NAME_DELEGATES, on="member_body")
def name_delegate(
    *,
    member_body: MemberBody,
    person: Person,
    since: date,
    by: Account,
    due_to_end_on: date | None = None,
    words: str = "",
    agreed_on: date | None = None,
) -> Delegate:
    """Say who sits for a body since a day. `agreed_on`: when they agreed that the other bodies read their name.

    Raises CoalitionRefused, also for somebody kept safe, and Unseen.
    """
    must_see([person], by)
    check_stands(MemberBody.objects.select_for_update(of=("self",)).get(pk=member_body.pk))
    if is_kept_safe(person.pk):
        raise CoalitionRefused(_("They are kept safe, and stand in no list."), field="person", code="kept_safe")
    sitting = Delegate.objects.sitting().filter(member_body=member_body)
    if sitting.filter(person=person).exists():
        raise CoalitionRefused(_("They sit for this body already."), field="person", code="sits")
    if sitting.count() >= member_body.seats:
        raise CoalitionRefused(_("Every seat of this body is taken: end a term first."), field="person", code="full")
    if due_to_end_on and due_to_end_on < since:
        raise CoalitionRefused(_("It ends after it begins."), field="due_to_end_on", code="too_early")
    return Delegate.objects.create(
        member_body=member_body,
        person=person,
        words=words.strip(),
        started_on=since,
        due_to_end_on=due_to_end_on,
        agreed_on=agreed_on,
        said_by=by,
    )


@operation(NAME_DELEGATES, on="delegate")
def end_term(*, delegate: Delegate, on: date, by: Account) -> Delegate:
    """Somebody sits there no longer. Raises CoalitionRefused, and Unseen for somebody whose name one may not read."""
    if not Delegate.objects.visible_to(by).filter(pk=delegate.pk).exists():
        raise Unseen(_("You can only name people whom you may see."))
    if delegate.ended_on:
        raise CoalitionRefused(_("This term has ended already."), code="ended")
    if on < delegate.started_on:
        raise CoalitionRefused(_("It ends after it begins."), field="on", code="too_early")
    change(delegate, ended_on=on)
    return delegate


@operation(SIGNED_IN, on=None)
def agree_to_be_named(*, delegate: Delegate, on: date, by: Account) -> Delegate:
    """Let the other bodies read one's own name. Raises Unseen for anybody else's seat."""
    return name_oneself(delegate, on, by)


@operation(SIGNED_IN, on=None)
def stay_unnamed(*, delegate: Delegate, by: Account) -> Delegate:
    """Let the other bodies read one's own name no longer. Raises Unseen for anybody else's seat."""
    return name_oneself(delegate, None, by)


def name_oneself(delegate: Delegate, on: date | None, by: Account) -> Delegate:
    """Keep whether somebody agreed, who says so themself."""
    if by.person_id is None or delegate.person_id != by.person_id:
        raise Unseen(_("You can only name people whom you may see."))
    change(delegate, agreed_on=on)
    return delegate


def check_stands(member_body: MemberBody) -> None:
    """Raise CoalitionRefused where the body belongs no longer."""
    if member_body.left_on:
        raise CoalitionRefused(_("This body belongs to the coalition no longer."), code="left")


def check_seats(seats: int, taken: int) -> None:
    """Raise CoalitionRefused for a number of seats that is none, or fewer than are taken."""
    if not 1 <= seats <= MOST_SEATS:
        raise CoalitionRefused(_("Between one and fifty seats."), field="seats", code="seats")
    if seats < taken:
        raise CoalitionRefused(_("More sit there now: end a term first."), field="seats", code="taken")
