"""Moving a group to below another, and making it part of another: what would come along is shown before."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.people.forms.group_life import MergeForm, MoveForm
from m4c.people.groups.merging import what_moves
from m4c.people.models import Account, AccountRole, Group, Membership
from m4c.people.naming import names_of
from m4c.people.operations.group import move_group
from m4c.people.operations.group_joining import ENDS
from m4c.people.operations.group_merge import merge_group
from m4c.people.permissions import LOCAL_ROLES, MAKE_GROUPS, MERGE_GROUPS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.people.views.group_story import group_where


@require_http_methods(["GET", "POST"])
def move(request: SignedIn, slug: str) -> HttpResponse:
    """Let a group stand below another; its people, groups and history come along."""
    shown = group_where(request.user, slug, MAKE_GROUPS)
    form = MoveForm(request.POST or None, by=request.user, group=shown)
    if form.is_valid():
        parent = form.cleaned_data["parent"]
        if done_by_form(request, form, move_group, groups=[shown, parent]):
            messages.success(request, _("{group} stands below {parent} now.").format(group=shown, parent=parent))
            return redirect("group", slug=slug)
    return render(request, "people/group_move.html", {"group": shown, "form": form}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def merge(request: SignedIn, slug: str) -> HttpResponse:
    """Make a group part of another, beside a list of what comes along and what ends. There is no way back."""
    account, shown = request.user, group_where(request.user, slug, MERGE_GROUPS)
    form = MergeForm(request.POST or None, by=account, group=shown)
    if form.is_valid():
        into, on = form.cleaned_data["into"], form.cleaned_data["on"]
        if done_by_form(request, form, merge_group, groups=[shown, into], on=on, at=timezone.now()):
            messages.success(request, _("{group} became part of {into}.").format(group=shown, into=into))
            return redirect("group", slug=into.slug)
    context = {"group": shown, "form": form, "moving": what_moves(shown), **what_ends(account, shown)}
    return render(request, "people/group_merge.html", context, status=422 if form.errors else 200)


def what_ends(account: Account, group: Group) -> dict[str, list[tuple[str, str]]]:
    """Offices and roles that would end, and rights that would reach further, each as (who, what), by name."""
    offices = Membership.objects.visible_to(account).open().filter(group=group, role__in=ENDS)
    roles = AccountRole.objects.visible_to(account).open().filter(group=group).select_related("account")
    held, given = list(offices), list(roles.filter(~Q(account__person=None)))
    names = names_of(account, [*(row.person_id for row in held), *(row.account.person_id for row in given)])
    told = [(names.get(row.account.person_id, ""), str(row.get_role_display()), row.role) for row in given]
    return {
        "offices": [(names[row.person_id], str(row.get_role_display())) for row in held if row.person_id in names],
        "roles_ending": [(who, what) for who, what, role in told if role not in LOCAL_ROLES and who],
        "roles_going_on": [(who, what) for who, what, role in told if role in LOCAL_ROLES and who],
    }
