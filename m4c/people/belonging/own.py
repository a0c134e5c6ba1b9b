"""Where somebody with an account belongs, as their own pages tell it: groups, requests, leavings and seats."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from m4c.people.models import Account, Delegate, Group, JoinRequest, Leaving, Membership

MOST_FOUND, MOST_LEFT = 20, 5


@dataclass(frozen=True)
class OwnGroup:
    """A group that one belongs to, with what one is there."""

    group: Group
    roles: list[str]


@dataclass(frozen=True)
class Belonging:
    """One's own groups, what one asked for, what one left, and where one sits for a body."""

    groups: list[OwnGroup]
    requests: list[JoinRequest]
    left: list[Leaving]
    seats: list[Delegate]


def own_belonging(account: Account) -> Belonging:
    """All of it, in four queries; nothing for an account without a person."""
    if account.person_id is None:
        return Belonging([], [], [], [])
    own = {"person": account.person_id}
    requests = JoinRequest.objects.visible_to(account).filter(asked_by=account).open().select_related("group")
    left = Leaving.objects.visible_to(account).standing().filter(**own).select_related("group")
    seats = Delegate.objects.visible_to(account).sitting().filter(**own)
    return Belonging(
        groups=own_groups(account),
        requests=list(requests),
        left=list(left[:MOST_LEFT]),
        seats=list(seats.select_related("member_body__coalition", "member_body__body")),
    )


def own_groups(account: Account) -> list[OwnGroup]:
    """The groups that one belongs to now, each once, with all that one is there."""
    rows = Membership.objects.visible_to(account).open().filter(person=account.person_id).select_related("group")
    found: dict[int, OwnGroup] = {}
    for row in rows.order_by("group__name", "group", "pk"):
        found.setdefault(row.group_id, OwnGroup(row.group, [])).roles.append(row.role_in_words)
    return list(found.values())


def groups_to_ask(account: Account, words: str) -> list[Group]:
    """Groups of that name or place which one does not belong to and has not asked."""
    mine = Membership.objects.open().filter(person=account.person_id, group=OuterRef("pk"))
    asked = JoinRequest.objects.open().order_by().filter(asked_by=account, group=OuterRef("pk"))
    standing = Group.objects.visible_to(account).in_tree().filter(~Exists(mine), ~Exists(asked), ended_on=None)
    return list(standing.filter(Q(name__icontains=words) | Q(place__icontains=words))[:MOST_FOUND])
