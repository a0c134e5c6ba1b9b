"""How the tree, memberships, roles, invitations, tags and welcomes of a group come along when it joins another.

They check no right; the merge does, and the register says which field each is for (group_merge_steps.py).
"""

from collections import defaultdict

from django.db.models import Q

from m4c.core.operations import change
from m4c.people.followers import group_changed, roles_changed
from m4c.people.groups.merging import Follow, Joining, drop
from m4c.people.models import AccountRole, Group, GroupPassing, Invitation, Membership, Tag, Tagging, Welcome
from m4c.people.models.membership import OFFICES
from m4c.people.operations.group import count_heads, hang_below
from m4c.people.permissions import LOCAL_ROLES

Role = Membership.Role
GOES_ON = [Role.WELCOMER, Role.LEADER, Role.ORGANISER]  # every other office ends with the group that gave it
ENDS = [role for role in OFFICES if role not in GOES_ON]
OPEN = Q(ended_on=None)


def groups_below(joining: Joining) -> int:
    """The groups below come to stand below the one that stays."""
    below = list(Group.objects.filter(parent=joining.gone).order_by("path"))
    for group in below:
        hang_below(group, joining.kept)
        group_changed(group)
    joining.gone.refresh_from_db(fields=["head_count"])
    joining.kept.refresh_from_db(fields=["head_count", "path"])
    return len(below)


def memberships(joining: Joining) -> int:
    """All of them, with their days. Offices end with the group, and whoever held one goes on as a member.

    Whoever belongs to both belongs once from then on: since the earlier day, in the fuller role.
    """
    rows = Membership.objects.filter(group=joining.gone)
    number = rows.count()
    offices_to_members(joining)
    people = rows.filter(OPEN).values("person")
    ours: dict[int, list[Membership]] = defaultdict(list)
    for row in Membership.objects.filter(OPEN, group=joining.kept, person__in=people).order_by("pk"):
        ours[row.person_id].append(row)
    for going in rows.filter(OPEN, person__in=list(ours)).order_by("pk"):
        unite_memberships(joining, going, ours[going.person_id])
    number += rows.count() - number
    rows.update(group=joining.kept)
    count_heads(joining.gone.ancestor_paths, -number)
    count_heads(joining.kept.ancestor_paths, number)
    return number


def offices_to_members(joining: Joining) -> None:
    """Let offices of the group that goes end that day, each holder going on as a member of what it becomes part of."""
    held = Membership.objects.filter(OPEN, group=joining.gone)
    for office in held.filter(role__in=ENDS).order_by("pk"):
        goes_on = held.exclude(role__in=[*ENDS, Role.SUPPORTER]).filter(person=office.person_id).exists()
        if not goes_on:
            Membership.objects.create(
                person_id=office.person_id, group=joining.gone, role=Role.MEMBER, started_on=joining.on
            )
            count_heads(joining.gone.ancestor_paths, 1)
        end_membership(office, joining)


def unite_memberships(joining: Joining, going: Membership, ours: list[Membership]) -> None:
    """One open membership of both says what two said; the other ends that day, and stays to be read."""
    same = next((row for row in ours if (row.role, row.words) == (going.role, going.words)), None)
    if same:
        days = [day for day in (same.started_on, going.started_on) if day]
        same.started_on = min(days, default=None)
        same.save(update_fields=["started_on"])
        end_membership(going, joining)
    elif going.role == Role.SUPPORTER:
        end_membership(going, joining)
    else:
        for row in [row for row in ours if row.role == Role.SUPPORTER]:
            end_membership(row, joining)
            ours.remove(row)


def end_membership(row: Membership, joining: Joining) -> None:
    """End a membership that day, or where it began later, on its own first."""
    row.ended_on = max(joining.on, row.started_on or joining.on)
    row.save(update_fields=["ended_on"])


def account_roles(joining: Joining) -> int:
    """What members, leaders and organisers may do goes on in the group that stays; every other role ends with this one.

    Roles that ended stay where they were.
    """
    open_ones = list(AccountRole.objects.open().filter(group=joining.gone).select_related("account"))
    there = set(AccountRole.objects.open().filter(group=joining.kept).values_list("account", "role"))
    number = 0
    for role in open_ones:
        change(role, ended_at=joining.at)
        if role.role in LOCAL_ROLES and (role.account_id, role.role) not in there:
            AccountRole.objects.create(
                account=role.account, group=joining.kept, role=role.role, given_by=joining.by, given_at=joining.at
            )
            number += 1
    for account in {role.account for role in open_ones}:
        roles_changed(account)
    return number


def invitations(joining: Joining) -> int:
    """Those that wait, to what members, leaders and organisers may do; to other roles somebody must be asked anew."""
    Invitation.objects.waiting().filter(group=joining.gone).exclude(role__in=LOCAL_ROLES).delete()
    key = ("email", "role", "invited_by_id")
    return Follow(Invitation, "group", key, Q(accepted_at=None), drop)(joining)


def passings(joining: Joining) -> int:
    """Closings that were to pass to the one that goes; what once was to come of the one that stays is as it was."""
    others = GroupPassing.objects.filter(into=joining.gone).exclude(group=joining.kept)
    return others.update(into=joining.kept)


def unite_tags(joining: Joining, kept: Tag, gone: Tag) -> None:
    """One tag of a name: whoever has either has it."""
    has_it = Tagging.objects.filter(tag=kept).values("person")
    Tagging.objects.filter(tag=gone).exclude(person__in=list(has_it.values_list("person", flat=True))).update(tag=kept)
    Tagging.objects.filter(tag=gone).delete()
    gone.delete()


def unite_welcomes(joining: Joining, kept: Welcome, gone: Welcome) -> None:
    """One welcome, by the earlier day."""
    due_on, welcomer = min(kept.due_on, gone.due_on), kept.welcomer or gone.welcomer
    gone.delete()
    change(kept, due_on=due_on, welcomer=welcomer)
