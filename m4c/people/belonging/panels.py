"""What a group's page tells of coming in, offices, and bodies beside bodies."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import GROUP_PANELS, Panel
from m4c.core.prepared import prepared
from m4c.people.belonging.offices import told_offices
from m4c.people.models import Account, Delegate, Group, JoinRequest, MemberBody, Membership, Person
from m4c.people.models.join_request import JoinRequestQuerySet
from m4c.people.permissions import (
    ANSWER_JOIN_REQUESTS,
    INVITE_BY_LINK,
    KEEP_COALITIONS,
    NAME_DELEGATES,
    SAY_OFFICES,
    SEE_GROUPS,
)

A_YEAR = timedelta(days=365)
ANSWERS = {"yes": JoinRequest.Answer.YES, "told_no": JoinRequest.Answer.NO, "lapsed": JoinRequest.Answer.LAPSED}


@dataclass(frozen=True)
class Seat:
    """A seat that somebody sits in whose name one may read; `uid` where one may open their record too."""

    delegate: Delegate
    uid: object
    is_over_term: bool


@dataclass(frozen=True)
class Body:
    """A member body: the seats one may read, how many are taken by others, and how many are free."""

    body: MemberBody
    seats: list[Seat]
    unnamed: int
    free: int
    may_name: bool
    may_keep: bool
    may_end: bool


def bodies_of(account: Account, coalition: Group) -> list[Body]:
    """The bodies of a coalition with who sits for each, as far as the account may read it; three queries."""
    standing = MemberBody.objects.visible_to(account).standing().filter(coalition=coalition)
    bodies = list(standing.with_taken().select_related("body").order_by("pk"))
    told = Delegate.objects.visible_to(account).sitting().filter(member_body__in=bodies).select_related("person")
    delegates = list(told.order_by("started_on", "pk"))
    people = Person.objects.visible_to(account).filter(pk__in=[each.person_id for each in delegates])
    opened = set(people.values_list("pk", flat=True)) if delegates else set()
    today = timezone.localdate()
    found = []
    for body in bodies:
        seats = [
            Seat(each, each.person.uid if each.person_id in opened else None, each.is_over_term(today))
            for each in delegates
            if each.member_body_id == body.pk
        ]
        either = [frozenset([coalition.path, *([body.body.path] if body.body else [])])]
        found.append(
            Body(
                body,
                seats,
                unnamed=body.taken - len(seats),  # type: ignore[attr-defined]
                free=max(0, body.seats - body.taken),  # type: ignore[attr-defined]
                may_name=account.may(NAME_DELEGATES, either),
                may_keep=account.may(KEEP_COALITIONS, [frozenset([coalition.path])]),
                may_end=account.may(KEEP_COALITIONS, either),
            )
        )
    return found


def who_asks(account: Account, group: Group) -> dict[str, Any] | None:
    """How many ask to come in, and how many were told no within a year, for those who answer: numbers alone."""
    if not group.is_in_tree or not account.may(ANSWER_JOIN_REQUESTS, [frozenset([group.path])]):
        return None
    for number, late, told_no in numbers_asking(account, group.pk, timezone.now(), timezone.localdate()):
        if number or told_no:
            return {"number": number, "late": late, "told_no": told_no, "presses": number > 0}
    return None


@prepared
def numbers_asking(account: Account, group: int, at: datetime, today: date) -> QuerySet[Any, tuple[int, int, int]]:
    """How many wait, how many of these for too long, and how many were told no; no row where nobody asked."""
    waits = Q(answered_at=None)
    asked = asked_lately(account, at).filter(group=group).values("group")
    return asked.annotate(
        number=Count("pk", filter=waits),
        late=Count("pk", filter=waits & Q(answer_by__lt=today)),
        told_no=Count("pk", filter=Q(answer=JoinRequest.Answer.NO)),
    ).values_list("number", "late", "told_no")


def asked_lately(account: Account, at: datetime) -> JoinRequestQuerySet:
    """Requests to the groups one answers for that wait, or were answered within a year; not one's own."""
    seen = JoinRequest.objects.visible_to(account).exclude(asked_by=account.pk).order_by()
    return seen.filter(Q(answered_at=None) | Q(answered_at__gte=at - A_YEAR))


class Answered(NamedTuple):
    """How many asked for a group within a year and were answered, and how."""

    group: str
    yes: int
    told_no: int
    lapsed: int


def answered_lately(account: Account) -> list[Answered]:
    """Of each group one answers for, the answers of a year. One statement."""
    each = {name: Count("pk", filter=Q(answer=value)) for name, value in ANSWERS.items()}
    found = asked_lately(account, timezone.now()).exclude(answered_at=None).values("group__name").annotate(**each)
    rows = found.order_by("group__name").values_list("group__name", *ANSWERS)
    return [Answered(*row) for row in rows]


def offices_panel(account: Account, group: Group) -> dict[str, Any] | None:
    """Who answers for what in a group, now and before."""
    if not group.is_in_tree:
        return None
    offices, may_say = told_offices(account, group), account.may(SAY_OFFICES, [frozenset([group.path])])
    return {"group": group, "offices": offices, "may_say": may_say} if offices or may_say else None


def bodies_panel(account: Account, group: Group) -> dict[str, Any] | None:
    """Of a coalition its bodies and seats."""
    if group.kind != Group.Kind.COALITION:
        return None
    may_keep = account.may(KEEP_COALITIONS, [frozenset([group.path])])
    return {"group": group, "bodies": bodies_of(account, group), "may_keep": may_keep}


def beside_panel(account: Account, group: Group) -> dict[str, Any] | None:
    """The coalitions that a body belongs to."""
    listed = coalitions_of(account, group.pk)
    return {"bodies": listed} if listed else None


@prepared
def coalitions_of(account: Account, group: int) -> QuerySet[MemberBody]:
    """The same, by name."""
    bodies = MemberBody.objects.visible_to(account).standing().filter(body=group).select_related("coalition")
    return bodies.order_by("coalition__name", "pk")


def ways_in(account: Account, group: Group) -> dict[str, Any] | None:
    """How somebody comes into a group: by an invitation, or by asking."""
    if not group.is_in_tree or group.ended_on:
        return None
    may_invite = account.may(INVITE_BY_LINK, [frozenset([group.path])])
    may_ask = account.person_id is not None and not own_membership(account, group.pk)
    return {"group": group, "may_invite": may_invite, "may_ask": may_ask} if may_invite or may_ask else None


@prepared
def own_membership(account: Account, group: int) -> QuerySet[Membership, int]:
    """One by which one belongs to a group oneself."""
    own = Membership.objects.visible_to(account).open().filter(person=account.person_id, group=group)
    return own.order_by().values_list("pk", flat=True)[:1]


def register() -> None:
    """Put the panels on a group's page."""
    asks = Panel(_("Asking to come in"), "people/group_asking.html", who_asks, ANSWER_JOIN_REQUESTS, 3)
    GROUP_PANELS.add("people.asking", asks)
    GROUP_PANELS.add("people.bodies", Panel(_("Bodies"), "people/group_bodies.html", bodies_panel, SEE_GROUPS, 12))
    offices = Panel(_("Who answers for what"), "people/group_offices.html", offices_panel, SEE_GROUPS, 14)
    GROUP_PANELS.add("people.offices", offices)
    beside = Panel(_("Stands with others in"), "people/group_beside.html", beside_panel, SEE_GROUPS, 40)
    GROUP_PANELS.add("people.beside", beside)
    GROUP_PANELS.add("people.ways_in", Panel(_("Coming in"), "people/group_ways_in.html", ways_in, SEE_GROUPS, 60))
