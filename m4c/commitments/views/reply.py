"""What an office replied: one reply with its address compared, confirmed or refused."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.commitments.models import OfficeReply
from m4c.commitments.operations.reply import confirm_reply, refuse_reply
from m4c.commitments.views.progress import RELATED
from m4c.commitments.watching.forms import SureForm, WhyForm
from m4c.commitments.watching.keeping import may_keep
from m4c.commitments.watching.office_address import Match, match_of, told_plainly
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def reply(request: SignedIn, uid: UUID) -> HttpResponse:
    """One reply."""
    return shown(request, reply_of(request, uid))


@require_POST
def confirm(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that it came from them."""
    found, form = reply_of(request, uid), SureForm(request.POST)
    given = {"reply": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, confirm_reply, **given, **form.cleaned_data):
        messages.success(request, _("It stands beside the verdict."))
        return redirect("held-reply", uid=uid)
    return shown(request, found, 422, sure_form=form)


@require_POST
def refuse(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that it did not."""
    found, form = reply_of(request, uid), WhyForm(request.POST)
    given = {"reply": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, refuse_reply, **given, **form.cleaned_data):
        return redirect("held-reply", uid=uid)
    return shown(request, found, 422, why_form=form)


def shown(request: SignedIn, found: OfficeReply, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    context = {
        "reply": found,
        "commitment": found.commitment,
        "compared": told_plainly(found),
        "fits": match_of(found) in (Match.SAME, Match.OF_OFFICE),
        "is_held": found.confirmed_at is None and found.refused_at is None,
        "may_keep": may_keep(found.commitment, request.user),
        "sure_form": SureForm(),
        "why_form": WhyForm(),
    }
    return render(request, "commitments/office_reply.html", context | more, status=status)


def reply_of(request: SignedIn, uid: UUID) -> OfficeReply:
    """A reply that the account sees; 404 for any other."""
    related = ("judgement", *(f"commitment__{name}" for name in RELATED))
    found: OfficeReply = get_object_or_404(
        OfficeReply.objects.visible_to(request.user).select_related(*related), uid=uid
    )
    return found
