"""Truces: agree one, and say what came of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from m4c.campaigns.ladder.page import context_of
from m4c.campaigns.ladder.truce_forms import SettleForm, TruceForm
from m4c.campaigns.models import StandDown, Truce
from m4c.campaigns.operations.truce import agree_truce, keep_truce, lapse_truce
from m4c.campaigns.views.ladder import shown, step_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form

OUTCOMES = {"kept": keep_truce, "lapsed": lapse_truce}


@require_POST
def agree(request: SignedIn, uid: UUID) -> HttpResponse:
    """Hold a step against a condition; everybody called out is told at once where that is wanted."""
    found = step_of(request, uid)
    is_called = bool(context_of(request.user, found, timezone.now())["is_called"])
    form = TruceForm(request.POST, step=found, is_called=is_called)
    if form.is_valid():
        words = form.cleaned_data.get("words", "")
        if truce := done_by_form(request, form, agree_truce, step=found, offer=form.offer, words=words):
            told = StandDown.objects.visible_to(request.user).filter(truce=truce).first()
            return redirect("stand-down", uid=told.uid) if told else redirect("ladder-step", uid=uid)
    return shown(request, found, 422, truce_form=form)


@require_POST
def settle(request: SignedIn, uid: UUID, outcome: str) -> HttpResponse:
    """Say that a truce was kept, or lapsed: then the step is offered again."""
    rows = Truce.objects.visible_to(request.user).select_related("step")
    truce = get_object_or_404(rows, uid=uid)
    if outcome not in OUTCOMES:
        raise Http404
    form = SettleForm(request.POST)
    if form.is_valid():
        given = {"truce": truce, "at": timezone.now(), "words": form.cleaned_data["settled_words"]}
        if done_by_form(request, form, OUTCOMES[outcome], **given):
            return redirect("ladder-step", uid=truce.step.uid)
    return shown(request, step_of(request, truce.step.uid), 422, settle_form=form)
