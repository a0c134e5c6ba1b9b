"""Writing answers down while they are given: on a phone, with a signal or none, or without a script."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.commitments.operations.answer_capture import capture_answers
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.ask_forms import CaptureForm, OfForm
from m4c.commitments.table.captured import Heard, choices_of, heard_at
from m4c.commitments.table.entries import CONFIRMED, REFUSED, Entry, read
from m4c.core.errors import NotAllowed, Refused
from m4c.core.models.record import new_uid
from m4c.core.visibility import scopes_of
from m4c.events.models import Event
from m4c.events.offline import page_worker
from m4c.people.requests import SignedIn


@never_cache
@require_safe
def capture_page(request: SignedIn, uid: UUID) -> HttpResponse:
    """The asks of a meeting and what was answered; `shell` asks for it with nothing on it, as a phone keeps it."""
    return drawn(request, own(request, uid))


@require_POST
def write(request: SignedIn, uid: UUID) -> HttpResponse:
    """One answer, by the form."""
    event = own(request, uid)
    form = CaptureForm(request.POST, asks=choices_of(request.user, event))
    if form.is_valid():
        if refused := captured(request, event, form.entry(timezone.now())):
            form.add_error(None, str(refused))
        else:
            return redirect("capture-answers", uid=uid)
    return drawn(request, event, form)


@require_POST
def settle(request: SignedIn, uid: UUID, what: str) -> HttpResponse:
    """Confirm what somebody else typed, or take back one's own slip."""
    event, form = own(request, uid), OfForm(request.POST)
    if not form.is_valid() or what not in ("confirm", "back"):
        raise Http404
    now = timezone.now()
    if refused := captured(request, event, form.confirmed(now) if what == "confirm" else form.slip(now)):
        messages.error(request, str(refused))
    return redirect("capture-answers", uid=uid)


@never_cache
@require_safe
def capture_list(request: SignedIn, uid: UUID) -> HttpResponse:
    """What a phone keeps: the asks, what is still to be confirmed, and the guard of what it will send."""
    event = own(request, uid)
    heard = heard_at(request.user, event)
    to_confirm = [[str(one.answer.uid), one.told] for one in heard if one.is_to_confirm]
    told = {"guard": get_token(request), "people": choices_of(request.user, event), "to_confirm": to_confirm}
    return JsonResponse(told)


@require_POST
def entries(request: SignedIn, uid: UUID) -> HttpResponse:
    """What waited on a phone: a JSON list, answered one by one by the uids that the phone minted."""
    event = own(request, uid)
    try:
        found = read(request.body)
    except ValueError:
        return JsonResponse({"why": _("That is no list of entries."), "code": "unread"}, status=422)
    try:
        taken = capture_answers(event=event, sent=found.sent, at=timezone.now(), by=request.user)
    except NotAllowed:
        raise Http404 from None
    except Refused as refused:
        return JsonResponse({"why": str(refused), "code": refused.code}, status=422)
    told = [
        {"uid": str(one.uid), "said": one.said} | ({"why": str(one.refused)} if one.refused else {})
        for one in taken.replies
    ]
    unread = [{"uid": each, "said": REFUSED, "why": _("That cannot be read.")} for each in found.unread]
    return JsonResponse([*told, *unread], safe=False)


@require_safe
def worker(request: SignedIn, uid: UUID) -> HttpResponse:
    """The script that shows this page without a signal: at an address below it, it reaches no further."""
    return page_worker()


def captured(request: SignedIn, event: Event, entry: Entry) -> Refused | None:
    """Take one entry, and say so; why it was refused, where it was."""
    try:
        reply = capture_answers(event=event, sent=[entry], at=timezone.now(), by=request.user).replies[0]
    except NotAllowed:
        raise Http404 from None
    except Refused as refused:
        return refused
    if reply.refused is None:
        messages.success(request, _("Confirmed.") if reply.said == CONFIRMED else _("Written down."))
    return reply.refused


def own(request: SignedIn, uid: UUID) -> Event:
    """A meeting at whose table or stage the account writes; 404 for any other."""
    event: Event = get_object_or_404(Event.objects.visible_to(request.user).select_related("group"), uid=uid)
    if not request.user.may(NEGOTIATE, scopes_of(event)):
        raise Http404
    return event


def drawn(request: SignedIn, event: Event, form: CaptureForm | None = None) -> HttpResponse:
    """The page, with a form that was refused in its place."""
    is_kept = "shell" in request.GET
    asks: list[tuple[str, str]] = [] if is_kept else choices_of(request.user, event)
    heard: list[Heard] = [] if is_kept else heard_at(request.user, event)
    context: dict[str, Any] = {
        "event": event,
        "form": form or CaptureForm(asks=asks),
        "to_confirm": [one for one in heard if one.is_to_confirm],
        "heard": [one for one in heard if not one.is_to_confirm],
        "slip": new_uid(),
        "on_stage": event.kind == Event.Kind.ASSEMBLY,
    }
    return render(request, "commitments/answer_capture.html", context, status=422 if form else 200)
