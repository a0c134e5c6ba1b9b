"""Invitations by link or code: made, shown once to be projected or printed, and called back."""

from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.people.forms.belonging import OpenInvitationForm
from m4c.people.models import Group, OpenInvitation
from m4c.people.models.group import GroupQuerySet
from m4c.people.naming import with_doer
from m4c.people.operations import open_invitation as operations
from m4c.people.operations.open_invitation import InvitationLink
from m4c.people.permissions import INVITE_BY_LINK
from m4c.people.qr import qr_svg
from m4c.people.requests import SignedIn
from m4c.people.sight import any_of, within
from m4c.people.views.asking import done, done_by_form

MOST = 50


class Made(NamedTuple):
    """An invitation, whether it still lets somebody in, and who made it."""

    invitation: OpenInvitation
    is_open: bool
    who: str


@never_cache
@require_http_methods(["GET", "POST"])
def open_invitations(request: SignedIn, slug: str) -> HttpResponse:
    """The invitations of a group, and one more; its code is shown on the answer, once."""
    group = get_object_or_404(groups_to_invite_to(request), slug=slug)
    form = OpenInvitationForm(request.POST or None)
    if form.is_valid():
        given = {"group": group, "at": timezone.now(), **form.given}
        if made := done_by_form(request, form, operations.invite_by_link, **given):
            return sheet(request, made)
    seen = OpenInvitation.objects.visible_to(request.user).filter(group=group).select_related("made_by__person")
    now = timezone.now()
    made_before = [
        Made(invitation, invitation.is_open(now), who)
        for invitation, who in with_doer(request.user, seen[:MOST], "made_by")
    ]
    context = {"group": group, "form": form, "made": made_before}
    return render(request, "people/open_invitations.html", context, status=422 if form.errors else 200)


@require_POST
def call_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let nobody in by it any more."""
    seen = OpenInvitation.objects.visible_to(request.user).select_related("group")
    invitation: OpenInvitation = get_object_or_404(seen, uid=uid)
    said = _("Called back: the code and the link let nobody in any more.")
    done(request, operations.call_back_invitation, said, invitation=invitation, at=timezone.now())
    return redirect("open-invitations", slug=invitation.group.slug)


def groups_to_invite_to(request: SignedIn) -> GroupQuerySet:
    """The groups where one may invite, that stand."""
    standing = Group.objects.visible_to(request.user).in_tree().filter(ended_on=None)
    held = request.user.sight.groups(INVITE_BY_LINK)
    return standing if held is None else standing.filter(any_of(within("path", group) for group in held))


def sheet(request: SignedIn, made: InvitationLink) -> HttpResponse:
    """The code, large, with what it is for: to be projected, or printed on a sheet."""
    url = request.build_absolute_uri(made.path)
    context = {"invitation": made.invitation, "group": made.invitation.group, "svg": qr_svg(url), "url": url}
    return render(request, "people/open_invitation_sheet.html", context)
