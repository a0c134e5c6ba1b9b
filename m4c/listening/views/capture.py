"""Writing down what is said while a house meeting is held: on a phone, with a signal or none, or without a script."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.core.errors import NotAllowed, Refused, add_to_form
from m4c.core.models.record import new_uid
from m4c.events.offline import page_worker
from m4c.listening.models import HouseMeeting
from m4c.listening.operations.capture import capture, sentence_of
from m4c.listening.rounds.forms import KINDS, CaptureForm, SlipForm
from m4c.listening.rounds.guests import told
from m4c.listening.rounds.meeting_page import told_of
from m4c.listening.rounds.reading import read
from m4c.listening.views.house_meeting import may_change, seen
from m4c.people.requests import SignedIn


@never_cache
@require_safe
def capture_page(request: SignedIn, uid: UUID) -> HttpResponse:
    """Three short forms, and what is written so far. `shell` asks for it with nobody on it, as a phone keeps it."""
    return drawn(request, own(request, uid))


@require_POST
def write(request: SignedIn, uid: UUID, kind: str) -> HttpResponse:
    """One entry, by its form: a concern, an offer to host, or a job."""
    meeting = own(request, uid)
    if kind not in KINDS:
        raise Http404
    form = KINDS[kind](request.POST, guests=told(meeting), prefix=kind)
    if form.is_valid():
        try:
            captured = capture(meeting=meeting, sent=[form.entry(timezone.now())], at=timezone.now(), by=request.user)
            if refused := sentence_of(captured):
                raise refused
        except Refused as refused:
            add_to_form(form, refused)
        else:
            messages.success(request, _("Written down."))
            return redirect(reverse("capture", kwargs={"uid": uid}) + f"#{kind}")
    return drawn(request, meeting, **{f"{kind}_form": form})


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """What was written down was a slip."""
    meeting, form = own(request, uid), SlipForm(request.POST)
    if not form.is_valid():
        raise Http404
    now = timezone.now()
    captured = capture(meeting=meeting, sent=[form.entry(now)], at=now, by=request.user)
    if refused := sentence_of(captured):
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Taken back."))
    return redirect("capture", uid=uid)


@never_cache
@require_safe
def capture_list(request: SignedIn, uid: UUID) -> HttpResponse:
    """What a phone keeps: the guests by name, and the guard of what it will send."""
    return JsonResponse({"guard": get_token(request), "people": told(own(request, uid))})


@require_POST
def entries(request: SignedIn, uid: UUID) -> HttpResponse:
    """What waited on a phone: a JSON list, answered one by one by the uids that the phone minted."""
    meeting = own(request, uid)
    try:
        found = read(request.body)
    except ValueError:
        return JsonResponse({"why": _("That is no list of entries."), "code": "unread"}, status=422)
    try:
        captured = capture(meeting=meeting, sent=found.sent, at=timezone.now(), by=request.user)
    except NotAllowed:
        raise Http404 from None
    except Refused as refused:
        return JsonResponse({"why": str(refused), "code": refused.code}, status=422)
    answers = [
        {"uid": str(answer.uid), "said": answer.said} | ({"why": str(answer.refused)} if answer.refused else {})
        for answer in captured.answers
    ]
    unread = [{"uid": each, "said": "refused", "why": _("That cannot be read.")} for each in found.unread]
    return JsonResponse([*answers, *unread], safe=False)


@require_safe
def worker(request: SignedIn, uid: UUID) -> HttpResponse:
    """The script that shows this page without a signal: at an address below it, it reaches no further."""
    return page_worker()


def own(request: SignedIn, uid: UUID) -> HouseMeeting:
    """A meeting that the account may write up; 404 for any other."""
    meeting = seen(request, uid)
    if not may_change(request.user, meeting):
        raise Http404
    return meeting


def drawn(request: SignedIn, meeting: HouseMeeting, **refused: CaptureForm) -> HttpResponse:
    """The page, with a form that was refused in its place."""
    is_kept = "shell" in request.GET
    guests = [] if is_kept else told(meeting)
    blank = {f"{kind}_form": form(guests=guests, prefix=kind) for kind, form in KINDS.items()}
    written: dict[str, Any] = {} if is_kept else {"told": told_of(request.user, meeting), "slip": new_uid()}
    context = {"meeting": meeting, "event": meeting.event} | written | blank | refused
    return render(request, "listening/capture.html", context, status=422 if refused else 200)
