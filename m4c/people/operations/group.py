"""Make, move and end groups, and keep their paths and head counts."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.slugs import free_slug
from m4c.core.updating import add_to_those
from m4c.people.followers import group_changed
from m4c.people.models import Account, Group, Membership
from m4c.people.models.group import segment_of
from m4c.people.permissions import MAKE_GROUPS
from m4c.places.resolver import resolve


class GroupRefused(Refused):
    """The tree would not hold."""


@operation(MAKE_GROUPS, on=None)
def make_movement(*, name: str, by: Account, place: str = "", postcode: str = "") -> Group:
    """Make the movement itself: the root of the tree, once."""
    if Group.objects.filter(kind=Group.Kind.MOVEMENT).exists():
        raise GroupRefused(_("The movement is there already."), code="movement_exists")
    return make(name=name, kind=Group.Kind.MOVEMENT, parent=None, place=place, postcode=postcode)


@operation(MAKE_GROUPS, on="parent", public=True)
def make_group(
    *,
    parent: Group,
    name: str,
    by: Account,
    kind: str = Group.Kind.LOCAL,
    place: str = "",
    postcode: str = "",
    founded_on: date | None = None,
) -> Group:
    """Make a group below `parent`. Raises GroupRefused for a name that stands there already, or the wrong kind."""
    if kind not in Group.Kind.inside() or kind == Group.Kind.MOVEMENT or not parent.is_in_tree:
        raise GroupRefused(_("Only the movement's own groups stand below one another."), field="kind")
    if Group.objects.filter(parent=parent, name__iexact=name.strip()).exists():
        raise GroupRefused(_("There is a group of that name here already."), field="name", code="name_taken")
    return make(name=name, kind=kind, parent=parent, place=place, postcode=postcode, founded_on=founded_on)


@operation(MAKE_GROUPS, on=None, public=True)
def make_body(*, name: str, kind: str, by: Account, place: str = "", postcode: str = "") -> Group:
    """Make a partner body, coalition or party branch: outside the tree, with no sight of anyone."""
    if kind in Group.Kind.inside():
        raise GroupRefused(_("A body outside the movement is a partner, a coalition or a party branch."), field="kind")
    return make(name=name, kind=kind, parent=None, place=place, postcode=postcode)


@operation(MAKE_GROUPS, on="groups", every=True, public=True)
def move_group(*, groups: list[Group], by: Account) -> Group:
    """Move the first of two groups, with all below it, to below the second."""
    group, parent = groups
    if parent.path.startswith(group.path):
        raise GroupRefused(_("A group cannot stand below itself."), field="parent")
    if not (group.is_in_tree and parent.is_in_tree) or group.kind == Group.Kind.MOVEMENT:
        raise GroupRefused(_("Only the movement's own groups stand below one another."), field="parent")
    hang_below(group, parent)
    group_changed(group)
    return group


@operation(MAKE_GROUPS, on="group", public=True)
def end_group(*, group: Group, on: date, by: Account) -> Group:
    """End a group on a day; its people, events and history stay."""
    if group.kind == Group.Kind.MOVEMENT:
        raise GroupRefused(_("The movement itself cannot be ended here."))
    change(group, ended_on=on)
    group_changed(group)
    return group


def make(
    *, name: str, kind: str, parent: Group | None, place: str, postcode: str, founded_on: date | None = None
) -> Group:
    """Write a group with its slug, its path and its point on the map, from its postcode where that is known."""
    point = resolve(postcode).point if postcode else None
    group = Group(name=name.strip(), kind=kind, parent=parent, place=place, postcode=postcode, founded_on=founded_on)
    group.slug = free_slug(Group, group.name, "group")
    group.path = f"-{group.uid.hex}"  # until its id is known
    if point:
        group.latitude, group.longitude = point
    group.save()
    group.path = (parent.path if parent else "") + segment_of(group.pk)
    group.save(update_fields=["path"])
    return group


def hang_below(group: Group, parent: Group) -> None:
    """Let a group, with all below it, stand below another: parents, paths and head counts."""
    old, new = group.path, parent.path + segment_of(group.pk)
    hold([*group.ancestor_paths, *parent.ancestor_paths])
    count_heads(group.ancestor_paths[:-1], -group.head_count)
    moved = list(Group.objects.select_for_update(no_key=True).below(group).order_by("path"))
    change(group, parent=parent)
    for below in moved:
        below.path = new + below.path[len(old) :]
    Group.objects.bulk_update(moved, ["path"])
    group.path = new
    count_heads(group.ancestor_paths[:-1], group.head_count)


def hold(paths: Iterable[str]) -> None:
    """Hold the groups of these paths until the end of the transaction, from the top down: of two who count heads, one
    waits for the other, and never each for the other. Rows that belong to the groups may be written meanwhile.

    SQLite has one writer at a time, who holds everything.
    """
    if connection.features.has_select_for_update:
        held = Group.objects.select_for_update(no_key=True).filter(path__in=set(paths)).order_by("path")
        list(held.values_list("pk"))


def count_heads(paths: list[str], number: int) -> None:
    """Add so many memberships to the groups of these paths."""
    if number:
        hold(paths)
        add_to_those(Group, "path", paths, head_count=number)


def recount_heads() -> None:
    """Count every group's memberships anew: for a repair, not for a page."""
    for group in Group.objects.all().iterator():
        number = Membership.objects.filter(group__path__gte=group.path, group__path__lt=group.path_end).count()
        Group.objects.filter(pk=group.pk).update(head_count=number)
