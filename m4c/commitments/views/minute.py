"""The minute of a negotiation or an assembly: made, printed, said to be sent, and what the other side put right."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.commitments.models import Assembly, Minute, MinuteCorrection, Negotiation
from m4c.commitments.operations import minute as operations
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.forms import CorrectionForm, SentForm
from m4c.commitments.views.assembly import assembly_of
from m4c.commitments.views.negotiation import negotiation_of
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_POST
def of_negotiation(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make that of a negotiation, of what stands now."""
    return made(request, negotiation_of(request, uid), "negotiation")


@require_POST
def of_assembly(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make that of an assembly."""
    return made(request, assembly_of(request, uid), "assembly")


@never_cache
@require_safe
def minute(request: SignedIn, uid: UUID) -> HttpResponse:
    """One minute, as it is printed; what they put right stands beside it."""
    return shown(request, minute_of(request, uid))


@require_POST
def send(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that it was sent to the other side."""
    return written(request, uid, "sent_form", SentForm(request.POST), operations.send_minute)


@require_POST
def correct(request: SignedIn, uid: UUID) -> HttpResponse:
    """Keep what they put right."""
    return written(request, uid, "correction_form", CorrectionForm(request.POST), operations.keep_correction)


def made(request: SignedIn, meeting: Negotiation | Assembly, page: str) -> HttpResponse:
    """Make the minute and show it, or go back with why not."""
    minute = done(request, operations.write_minute, meeting=meeting, at=timezone.now())
    return redirect("minute", uid=minute.uid) if minute else redirect(page, uid=meeting.uid)


def written(request: SignedIn, uid: UUID, name: str, form: Any, operation: Any) -> HttpResponse:
    """Write what a form of its page says, or show the page with the form as it came."""
    found = minute_of(request, uid)
    given = {"minute": found, "at": timezone.now(), **form.cleaned_data} if form.is_valid() else {}
    if given and done_by_form(request, form, operation, **given):
        return redirect("minute", uid=uid)
    return shown(request, found, 422, **{name: form})


def shown(request: SignedIn, found: Minute, status: int = 200, **more: Any) -> HttpResponse:
    """Its page."""
    account, today = request.user, timezone.localdate()
    context = {
        "minute": found,
        "event": found.event,
        "negotiation": Negotiation.objects.visible_to(account).filter(event=found.event_id).first(),
        "assembly": Assembly.objects.visible_to(account).filter(event=found.event_id).first(),
        "corrections": MinuteCorrection.objects.visible_to(account).filter(minute=found),
        "may_negotiate": account.may(NEGOTIATE, scopes_of(found)),
        "sent_form": SentForm(initial={"on": today}),
        "correction_form": CorrectionForm(initial={"on": today}),
    }
    return render(request, "commitments/minute.html", context | more, status=status)


def minute_of(request: SignedIn, uid: UUID) -> Minute:
    """A minute that the account sees; 404 for any other."""
    rows = Minute.objects.visible_to(request.user).select_related("group", "event")
    found: Minute = get_object_or_404(rows, uid=uid)
    return found
