"""Groups: the tree one belongs to, a group's page, and making one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.panels import GROUP_PANELS, draw
from m4c.core.prepared import prepared
from m4c.people.forms.group import FindGroupForm, MakeGroupForm
from m4c.people.groups.timeline import group_timeline
from m4c.people.models import Account, Group, GroupPassing, GroupPurpose, Membership, Person
from m4c.people.operations.group import make_group
from m4c.people.permissions import (
    ADD_PEOPLE,
    CLOSE_GROUPS,
    LOOK_AFTER_GROUPS,
    MAKE_GROUPS,
    MERGE_GROUPS,
    SEE_PEOPLE,
)
from m4c.people.sight import any_of, within
from m4c.people.views.asking import account_of, done_by_form
from m4c.people.views.group_story import became_part_of

FOUND = 50
SHOWN = 300  # groups of a tree; above it, search
COUNTED = 10_000  # people; above it "more than"


@dataclass(frozen=True)
class Branch:
    """A group with those right below it."""

    group: Group
    branches: list["Branch"] = field(default_factory=list)


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """The tree one belongs to, the bodies outside it, and a search through all."""
    account = account_of(request)
    form = FindGroupForm(request.GET)
    everywhere = Group.objects.visible_to(account)
    found: Iterable[Group] = []
    if words := (form.chosen("q") or "").strip():
        found = everywhere.filter(Q(name__icontains=words) | Q(place__icontains=words))[:FOUND]
    memberships = Membership.objects.visible_to(account).open().filter(person=account.person_id)
    mine = everywhere.filter(
        Q(pk__in=[group.pk for _role, group in account.held]) | Q(pk__in=memberships.values("group"))
    )
    own = list(mine)
    below = any_of(within("path", group) for group in own if group.is_in_tree)
    tree = list(everywhere.in_tree().filter(below, ended_on=None).order_by("path")[: SHOWN + 1])
    context = {
        "form": form,
        "found": found,
        "words": words,
        "branches": branches_of(tree[:SHOWN]),
        "is_cut": len(tree) > SHOWN,
        "bodies": [group for group in own if not group.is_in_tree],
        "may_make": account.may_somewhere(MAKE_GROUPS),
    }
    return page_or_part(request, "people/groups.html", context, part="groups-found")


def branches_of(groups: Iterable[Group]) -> list[Branch]:
    """A forest of groups given in the order of their paths."""
    forest: list[Branch] = []
    by_path: dict[str, Branch] = {}
    for group in groups:
        branch = Branch(group)
        above = by_path.get(group.ancestor_paths[-2]) if len(group.ancestor_paths) > 1 else None
        (above.branches if above else forest).append(branch)
        by_path[group.path] = branch
    return forest


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """A group: public facts for everybody, its people and panels for those who may see them."""
    account = account_of(request)
    everywhere = Group.objects.visible_to(account)
    shown: Group = get_object_or_404(everywhere, slug=slug)
    if merged := became_part_of(account, shown):
        return redirect("group", slug=merged.kept.slug)
    above = everywhere.filter(path__in=shown.ancestor_paths[:-1]).order_by("path")
    here = [frozenset([shown.path])]
    sees_people = account.may(SEE_PEOPLE, here) and shown.is_in_tree
    mark = request.GET.get("older", "")
    context = {
        "group": shown,
        "timeline": group_timeline(account, shown, mark),
        "is_older": bool(mark),
        "trail": [*((one.name, reverse("group", args=[one.slug])) for one in above), (shown.name, "")],
        "below": everywhere.filter(parent=shown, ended_on=None),
        "sees_people": sees_people,
        "people": count_of(account, shown) if sees_people else None,
        "may_add": account.may(ADD_PEOPLE, here) and shown.ended_on is None and account.sight.groups(ADD_PEOPLE) != [],
        "may_make": account.may(MAKE_GROUPS, here) and shown.is_in_tree,
        "purpose": next(iter(purpose_of(account, shown.pk)), None),
        "passing": next(iter(passing_of(account, shown.pk)), None),
        "rights": rights_in(account, shown),
        "panels": draw(GROUP_PANELS, account, shown),
    }
    return page_or_part(request, "people/group.html", context, part="timeline")


@prepared
def purpose_of(account: Account, group: int) -> QuerySet[GroupPurpose]:
    """What a group is for, where it says so."""
    return GroupPurpose.objects.visible_to(account).filter(group=group)[:1]


@prepared
def passing_of(account: Account, group: int) -> QuerySet[GroupPassing]:
    """How it closes, where it does."""
    return GroupPassing.objects.visible_to(account).standing().filter(group=group)[:1]


def rights_in(account: Account, shown: Group) -> dict[str, bool]:
    """What the account may do with a group that stands, by the words of its page; nothing with one that ended."""
    rights = {"look_after": LOOK_AFTER_GROUPS, "move": MAKE_GROUPS, "merge": MERGE_GROUPS, "close": CLOSE_GROUPS}
    told = {name: account.may(right, [frozenset([shown.path])]) for name, right in rights.items()}
    stands, is_root = shown.ended_on is None, shown.kind == Group.Kind.MOVEMENT
    inside = {"move": shown.is_in_tree and not is_root, "merge": not is_root, "close": shown.is_in_tree and not is_root}
    return {name: may and stands and inside.get(name, True) for name, may in told.items()}


def count_of(account: Account, shown: Group) -> int:
    """How many people of a group the account may see, counted up to COUNTED and one."""
    return Person.objects.visible_to(account).in_group(shown)[: COUNTED + 1].count()


@require_http_methods(["GET", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """Make a group below another."""
    form = MakeGroupForm(request.POST or None, by=account_of(request), initial={"parent": request.GET.get("below")})
    made = form.is_bound and form.is_valid() and done_by_form(request, form, make_group, **form.cleaned_data)
    if made:
        messages.success(request, _("{name} is there.").format(name=made))
        return redirect("group", slug=made.slug)
    return render(request, "people/group_make.html", {"form": form}, status=422 if form.errors else 200)
