"""Keeping in touch about a commitment: a ready text, that we asked, what came, the next day, and the silence clock."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.campaigns.approaches.forms import AnswerForm
from m4c.campaigns.approaches.pauses import pre_election_periods
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.commitments.commitment_panels import commitment_tabs
from m4c.commitments.models import Commitment, Progress
from m4c.commitments.operations import asking_after as operations
from m4c.commitments.operations.contact import plan_contact
from m4c.commitments.views.progress import to_keep
from m4c.commitments.watching.asking_forms import AskedForm, AskingPauseForm
from m4c.commitments.watching.clock import clock_of, is_seen, pauses_of
from m4c.commitments.watching.forms import ContactForm
from m4c.commitments.watching.ready_text import ready_text
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def contact(request: SignedIn, uid: UUID) -> HttpResponse:
    """What to write, to whom and when next."""
    commitment = to_keep(request, uid)
    form = ContactForm(request.POST or None, initial={"on": commitment.next_contact_on})
    if form.is_valid():
        given = {"commitment": commitment, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, plan_contact, **given):
            messages.success(request, _("Kept. On that day it stands on Today."))
            return redirect("commitment-contact", uid=uid)
    return shown(request, commitment, 422 if form.errors else 200, form=form)


@require_POST
def ask(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that one asked."""
    commitment, form = to_keep(request, uid), AskedForm(request.POST)
    if form.is_valid():
        given = {"commitment": commitment, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.ask_after, **given):
            messages.success(request, _("Written down. The clock counts from that day."))
            return redirect("commitment-contact", uid=uid)
    return shown(request, commitment, 422, asked_form=form)


@require_POST
def answer(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down what came of the latest."""
    commitment, form = to_keep(request, uid), AnswerForm(request.POST)
    found = clock_of(commitment, request.user, timezone.localdate())
    if form.is_valid() and found:
        given = {"commitment": commitment, "approach": found.approach, "answer": form.answer, "at": timezone.now()}
        if done_by_form(request, form, operations.answered_after, **given):
            messages.success(request, _("Written down."))
            return redirect("commitment-contact", uid=uid)
    return shown(request, commitment, 422, answer_form=form)


@require_POST
def pause(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that days do not count."""
    commitment, form = to_keep(request, uid), AskingPauseForm(request.POST)
    if form.is_valid():
        given = {"commitment": commitment, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.pause_asking, **given):
            return redirect("commitment-contact", uid=uid)
    return shown(request, commitment, 422, pause_form=form)


@require_POST
def strike_pause(request: SignedIn, uid: UUID, pause: UUID) -> HttpResponse:
    """Strike days that were entered in error."""
    commitment = to_keep(request, uid)
    found = get_object_or_404(pauses_of(commitment), uid=pause)
    given = {"commitment": commitment, "pause": found, "at": timezone.now()}
    done(request, operations.strike_asking_pause, _("Struck: its days count."), **given)
    return redirect("commitment-contact", uid=uid)


def shown(request: SignedIn, commitment: Commitment, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    account, today = request.user, timezone.localdate()
    known = Progress.objects.visible_to(account).standing().filter(commitment=commitment)
    clock = clock_of(commitment, account, today)
    campaign = commitment.campaign
    context = {
        "commitment": commitment,
        "tabs": commitment_tabs(account, commitment, "commitment-contact"),
        "form": ContactForm(initial={"on": commitment.next_contact_on}),
        "clock": clock,
        "is_seen": is_seen(clock, account),
        "draft": ready_text(commitment, known.last(), today),
        "asked_form": AskedForm.about(commitment),
        "answer_form": AnswerForm(initial={"on": today}),
        "pause_form": AskingPauseForm(),
        "pauses": pauses_of(commitment),
        "periods": [] if commitment.powerholder.is_private_owner else pre_election_periods(),
        "sees_campaign": campaign is not None and account.may(SEE_CAMPAIGNS, scopes_of(campaign)),
    }
    return render(request, "commitments/contact.html", context | more, status=status)
