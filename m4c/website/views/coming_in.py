"""Asking a group of one's choice, following an invitation, and leaving: what strangers send in, by the one guard."""

from functools import partial
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from m4c.people.desk.agreements import agreed_wordings
from m4c.people.models import Group, LeavingLink, OpenInvitation
from m4c.people.models.account import website
from m4c.people.operations.leaving import LeavingRefused, ask_for_leaving_links, leave_by_link
from m4c.people.operations.open_invitation import follow_invitation
from m4c.people.operations.sign_up import Joining, ask_to_join
from m4c.website.forms import AskGroupForm, ComeInForm, LeaveForm
from m4c.website.group_face import standing_groups
from m4c.website.public_forms import answer, comes_from_here, may_write_to, open_form


@open_form
def ask_group(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask to come into one group; a letter comes, and what is confirmed there is put before the group."""
    group = get_object_or_404(standing_groups(), slug=slug)
    act = partial(ask, request, group)
    return answer(
        request, AskGroupForm, template="website/ask_group.html", sent="ask-sent", act=act, about={"group": group}
    )


@open_form
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """Follow an invitation; one kind sentence where it is expired, used up, called back or none."""
    invitation = OpenInvitation.waiting(token, timezone.now())
    if invitation is None:
        return render(request, "website/come_in_gone.html", status=404)
    act, about = partial(follow, request, token), {"invitation": invitation, "group": invitation.group}
    return answer(request, ComeInForm, template="website/come_in.html", sent="come-in-sent", act=act, about=about)


@open_form
def leave(request: HttpRequest) -> HttpResponse:
    """Ask for a letter with a link for each of one's groups; known or not, the same is answered."""
    return answer(
        request, LeaveForm, template="website/leave.html", sent="leave-sent", act=partial(send_links, request)
    )


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave_by_letter(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and leave when it is pressed: a mail scanner that opens the link does nothing."""
    if too_many := ratelimit.consume_or_429(request, action="sign_up_link", limit_get=True):
        return too_many
    now = timezone.now()
    if request.method == "POST" and comes_from_here(request):
        try:
            leave_by_link(token=token, at=now, by=website())
        except LeavingRefused:
            return render(request, "website/leave_gone.html", status=404)
        return redirect("left")
    link = LeavingLink.waiting(token, now)
    if link is None:
        return render(request, "website/leave_gone.html", status=404)
    return render(request, "website/leave_confirm.html", {"group": link.group})


def ask(request: HttpRequest, group: Group, form: AskGroupForm, notice: int) -> None:
    """Keep what somebody typed who asks a group, and have its letter written."""
    if may_write_to(request, form.cleaned_data["email"]):
        ask_to_join(joining=joining(request, form), group=group, notice=notice, at=timezone.now(), by=website())


def follow(request: HttpRequest, token: str, form: ComeInForm, notice: int) -> None:
    """Keep what somebody typed who follows an invitation."""
    email = form.cleaned_data["email"]
    if not email or may_write_to(request, email):
        follow_invitation(token=token, joining=joining(request, form), notice=notice, at=timezone.now(), by=website())


def send_links(request: HttpRequest, form: LeaveForm, notice: int) -> None:
    """Have the links sent, unless the address had several letters today."""
    email = form.cleaned_data["email"]
    if may_write_to(request, email):
        ask_for_leaving_links(email=email, at=timezone.now(), by=website())


def joining(request: HttpRequest, form: AskGroupForm | ComeInForm) -> Joining:
    """What somebody typed, in the language of the address."""
    given: dict[str, Any] = form.cleaned_data
    return Joining(**{**given, "agreed": agreed_wordings(given["agreed"])}, language=request.LANGUAGE_CODE)
