"""Keeping in touch about a commitment: the next day, a ready text, and what the silence clock says."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.campaigns.permissions import RECORD_APPROACHES
from m4c.commitments.commitment_panels import commitment_tabs
from m4c.commitments.models import Progress
from m4c.commitments.operations.contact import plan_contact
from m4c.commitments.views.progress import to_keep
from m4c.commitments.watching.clock import clock_of
from m4c.commitments.watching.forms import ContactForm
from m4c.commitments.watching.ready_text import ready_text
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def contact(request: SignedIn, uid: UUID) -> HttpResponse:
    """What to write, to whom and when next."""
    commitment, today = to_keep(request, uid), timezone.localdate()
    form = ContactForm(request.POST or None, initial={"on": commitment.next_contact_on})
    if form.is_valid():
        given = {"commitment": commitment, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, plan_contact, **given):
            messages.success(request, _("Kept. On that day it stands on Today."))
            return redirect("commitment-contact", uid=uid)
    known = Progress.objects.visible_to(request.user).standing().filter(commitment=commitment)
    campaign = commitment.campaign
    context = {
        "commitment": commitment,
        "tabs": commitment_tabs(request.user, commitment, "commitment-contact"),
        "form": form,
        "clock": clock_of(commitment, request.user, today),
        "draft": ready_text(commitment, known.last(), today),
        "may_approach": campaign is not None and request.user.may(RECORD_APPROACHES, scopes_of(campaign)),
    }
    return render(request, "commitments/contact.html", context, status=422 if form.errors else 200)
