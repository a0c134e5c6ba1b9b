"""What is written after a 1-2-1: the page with its one box, what a device sends by itself, and its drafts' key."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.events.offline import page_worker
from m4c.listening.models import OneToOne
from m4c.listening.operations.writing_up import write_up
from m4c.listening.talks.after_form import AfterForm
from m4c.listening.talks.draft_key import draft_key
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def after(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write up one's own 1-2-1. `shell` asks for the page with nobody's name on it, as a device keeps it."""
    shown = own(request, uid)
    form = AfterForm(request.POST or None, one_to_one=shown)
    if form.is_valid() and written(request, shown, form):
        messages.success(request, _("Written up."))
        return redirect("one-to-one", uid=uid)
    is_kept = "shell" in request.GET
    context = {"one_to_one": shown, "form": AfterForm(one_to_one=OneToOne(day=shown.day)) if is_kept else form}
    return render(request, "listening/after.html", context | {"is_kept": is_kept}, status=422 if form.errors else 200)


@require_POST
def send(request: SignedIn, uid: UUID) -> HttpResponse:
    """What waited on a device: written once however often it is sent, or why it was not."""
    shown = own(request, uid)
    form = AfterForm(request.POST, one_to_one=shown)
    if form.is_valid() and written(request, shown, form):
        return JsonResponse({"url": reverse("one-to-one", kwargs={"uid": uid})})
    return JsonResponse({"why": [str(why) for whys in form.errors.values() for why in whys]}, status=422)


@require_safe
def worker(request: SignedIn, uid: UUID) -> HttpResponse:
    """The script that shows this page without a signal."""
    return page_worker()


@never_cache
@require_safe
def key(request: SignedIn) -> HttpResponse:
    """What seals and opens one's drafts on a device, until when it may keep that, and the guard of what it sends."""
    told = {
        "whose": str(request.user.uid),
        "key": draft_key(request.user),
        "until": request.session.get_expiry_date().isoformat(),
        "guard": get_token(request),
    }
    return JsonResponse(told)


def own(request: SignedIn, uid: UUID) -> OneToOne:
    """A 1-2-1 that one asked for and may see, unless it was called off; 404 for any other."""
    seen = OneToOne.objects.visible_to(request.user).filter(asker=request.user.person_id, called_off_on=None)
    found: OneToOne = get_object_or_404(seen.select_related("other", "group", "note"), uid=uid)
    return found


def written(request: SignedIn, shown: OneToOne, form: AfterForm) -> Any:
    """Write it, or put the refusal on the form."""
    return done_by_form(request, form, write_up, one_to_one=shown, written=form.written, at=timezone.now())
