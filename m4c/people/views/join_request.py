"""Asking to come into a group, and answering who asks."""

from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.belonging.panels import answered_lately
from m4c.people.forms.belonging import AnswerForm, AskForm
from m4c.people.models import Group, JoinRequest
from m4c.people.models.join_request import JoinRequestQuerySet
from m4c.people.naming import doer_named, doers_named
from m4c.people.operations import join_request as operations
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LATELY, MOST = 10, 100


class Waiting(NamedTuple):
    """Who asks, and whether the day by which the group answers has come."""

    asked: JoinRequest
    is_late: bool


@never_cache
@require_safe
def join_requests(request: SignedIn) -> HttpResponse:
    """Who asks for the groups one answers for, the earliest due first; and what was answered lately."""
    seen, today = theirs(request).select_related("group", "person", "answered_by__person"), timezone.localdate()
    waiting = [Waiting(asked, asked.answer_by < today) for asked in seen.open()[:MOST]]
    answered = list(seen.answered()[:LATELY])
    names = doers_named(request.user, [one.answered_by for one in answered])
    context = {
        "waiting": waiting,
        "answered": [(one, names.get(one.answered_by_id, "")) for one in answered],
        "counted": answered_lately(request.user),
    }
    return render(request, "people/join_requests.html", context)


@never_cache
@require_safe
def join_request(request: SignedIn, uid: UUID) -> HttpResponse:
    """What somebody wrote who asks, and the two answers."""
    return request_page(request, asked(request, uid))


@require_POST
def accept(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say yes."""
    said = _("Yes it is. Somebody is down to welcome them, and a letter is on its way where we can write.")
    return answer(request, uid, operations.accept_request, said)


@require_POST
def decline(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say no."""
    return answer(request, uid, operations.decline_request, _("Answered. What they typed is forgotten."))


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: SignedIn, slug: str) -> HttpResponse:
    """Ask to come into another group."""
    group = get_object_or_404(Group.objects.visible_to(request.user).in_tree(), slug=slug)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"group": group, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.ask_group, **given):
            messages.success(request, _("{group} has it now, and answers you.").format(group=group))
            return redirect("own-belonging")
    return render(request, "people/ask_group.html", {"group": group, "form": form}, status=422 if form.errors else 200)


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Ask no longer."""
    own = get_object_or_404(JoinRequest.objects.visible_to(request.user).filter(asked_by=request.user), uid=uid)
    done(request, operations.take_request_back, _("Taken back."), join_request=own)
    return redirect("own-belonging")


def theirs(request: SignedIn) -> JoinRequestQuerySet:
    """Requests to the groups that one answers for; not one's own."""
    return JoinRequest.objects.visible_to(request.user).exclude(asked_by=request.user)


def asked(request: SignedIn, uid: UUID) -> JoinRequest:
    """One request that one may answer; 404 for any other."""
    found = theirs(request).select_related("group", "person", "invitation", "answered_by__person")
    return get_object_or_404(found, uid=uid)


def answer(request: SignedIn, uid: UUID, operation: operations.Answering, said: str) -> HttpResponse:
    """Answer a request, or say why not."""
    shown, form = asked(request, uid), AnswerForm(request.POST)
    if not form.is_valid():
        return request_page(request, shown, form)
    given = {"join_request": shown, "at": timezone.now(), **form.cleaned_data}
    answered = done(request, operation, said, **given)
    return redirect("join-requests") if answered else redirect("join-request", uid=uid)


def request_page(request: SignedIn, shown: JoinRequest, refused: AnswerForm | None = None) -> HttpResponse:
    """The page of one request."""
    context = {
        "asked": shown,
        "answered_by": doer_named(request.user, shown.answered_by),
        "is_late": shown.answered_at is None and shown.answer_by < timezone.localdate(),
        "yes_form": refused or AnswerForm(auto_id="id_yes_%s"),
        "no_form": AnswerForm(auto_id="id_no_%s"),
    }
    return render(request, "people/join_request.html", context, status=422 if refused else 200)
