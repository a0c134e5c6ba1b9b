"""A group's story: what it is for, how it came to be, how it grew; and saying what it is for."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.permissions import Permission
from m4c.people.forms.group_life import PurposeForm
from m4c.people.groups.growth import growth_of
from m4c.people.groups.story import story_of
from m4c.people.models import Account, Group, GroupMerge, GroupPurpose
from m4c.people.operations.group_purpose import say_purpose
from m4c.people.permissions import LOOK_AFTER_GROUPS, SEE_KNOWN_PEOPLE, SEE_PEOPLE
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


def group_of(account: Account, slug: str) -> Group:
    """A group by its address. Raises Http404."""
    found: Group = get_object_or_404(Group.objects.visible_to(account), slug=slug)
    return found


def group_where(account: Account, slug: str, permission: Permission) -> Group:
    """A group where the account holds a right. Raises Http404 elsewhere: the form is not theirs."""
    found = group_of(account, slug)
    if not account.may(permission, [frozenset([found.path])]):
        raise Http404
    return found


def became_part_of(account: Account, group: Group) -> GroupMerge | None:
    """The merge by which a group that ended became part of another; None where it did not, unasked while it stands."""
    if group.ended_on is None:
        return None
    merges = GroupMerge.objects.visible_to(account).filter(gone=group)
    found: GroupMerge | None = merges.select_related("kept").first()
    return found


@require_safe
def story(request: SignedIn, slug: str) -> HttpResponse:
    """How a group came to be, for everybody; how it grew, for those who see its people."""
    account, shown = request.user, group_of(request.user, slug)
    here = [frozenset([shown.path])]
    sees_people = account.may(SEE_PEOPLE, here) and shown.is_in_tree
    context = {
        "group": shown,
        "story": story_of(account, shown, account.may(SEE_KNOWN_PEOPLE, here)),
        "growth": growth_of(account, shown, timezone.localdate()) if sees_people else None,
        "may_tell": account.may(LOOK_AFTER_GROUPS, here) and shown.ended_on is None,
        "series": [_("Joined")],
        "became": became_part_of(account, shown),
    }
    return render(request, "people/group_story.html", context)


@require_http_methods(["GET", "POST"])
def purpose(request: SignedIn, slug: str) -> HttpResponse:
    """Say what a group is for; what it said before stays to be read."""
    shown = group_where(request.user, slug, LOOK_AFTER_GROUPS)
    latest = GroupPurpose.objects.visible_to(request.user).filter(group=shown).first()
    form = PurposeForm(request.POST or None, initial={"words": latest.words if latest else ""})
    given = {"group": shown, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, say_purpose, **given, **form.cleaned_data):
        messages.success(request, _("It stands on the group's page."))
        return redirect("group", slug=slug)
    context = {"group": shown, "form": form, "latest": latest}
    return render(request, "people/group_purpose.html", context, status=422 if form.errors else 200)
