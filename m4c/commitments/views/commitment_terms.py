"""Forms of a commitment's terms: its day, milestones, conditions, how it changed, who came after, who keeps it."""

from dataclasses import replace
from functools import partial, update_wrapper
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.commitments.models import Commitment, Condition, ConditionState, Milestone
from m4c.commitments.operations import changed_terms, commitment, terms
from m4c.commitments.record import steps
from m4c.commitments.record.steps import Step
from m4c.commitments.views.commitment import commitment_of
from m4c.core.models.record import uid_of
from m4c.core.routes import View
from m4c.people.naming import names_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.power.models import Powerholder


def step(request: SignedIn, found: Commitment, told: Step, begins: dict[str, Any], **given: Any) -> HttpResponse:
    """A page with one form; what it was filled in with goes to the operation, and the commitment's page comes next."""
    form = told.form(request.POST or None, by=request.user, of=found, initial=begins)
    if form.is_valid() and done_by_form(request, form, told.operation, **given, **form.cleaned_data):
        messages.success(request, str(told.done))
        return redirect("commitment", uid=found.uid)
    context = {"form": form, "commitment": found, "step": told}
    return render(request, "commitments/commitment_step.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID, told: Step) -> HttpResponse:
    """A step that asks for nothing but its form."""
    found = commitment_of(request, uid)
    return step(request, found, told, told.begins(found), commitment=found, at=timezone.now())


def changing(told: Step) -> View:
    """The page of such a step."""
    return update_wrapper(partial(change, told=told), change)


@require_POST
def take_off_milestone(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take one off that was entered in error."""
    rows = Milestone.objects.visible_to(request.user).select_related("commitment")
    found: Milestone = get_object_or_404(rows, uid=uid)
    done(request, terms.take_off_milestone, _("Taken off."), milestone=found)
    return redirect("commitment", uid=found.commitment.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def condition_state(request: SignedIn, uid: UUID) -> HttpResponse:
    """Where a condition stands."""
    rows = Condition.objects.visible_to(request.user).select_related("commitment__powerholder")
    found: Condition = get_object_or_404(rows, uid=uid)
    told = replace(steps.CONDITION_STATE, title=found.words)
    if found.kind == Condition.Kind.DEPENDENCY:
        told = replace(told, lede=_("Its failing voids nothing: the commitment only waits for it."))
    return step(request, found.commitment, told, {}, condition=found, at=timezone.now())


@require_POST
def strike_condition_state(request: SignedIn, uid: UUID) -> HttpResponse:
    """Strike what was entered in error of a condition."""
    rows = ConditionState.objects.visible_to(request.user).select_related("commitment")
    found: ConditionState = get_object_or_404(rows, uid=uid)
    done(request, terms.strike_condition_state, _("Struck: it counts for nothing."), state=found, at=timezone.now())
    return redirect("commitment", uid=found.commitment.uid)


@require_POST
def let_stand_again(request: SignedIn, uid: UUID) -> HttpResponse:
    """Nothing took its place: that was a mistake."""
    found = commitment_of(request, uid)
    done(request, changed_terms.let_stand_again, _("It stands again."), commitment=found)
    return redirect("commitment", uid=uid)


@never_cache
@require_http_methods(["GET", "POST"])
def inherit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Who came after, and how they stand to it; `?who=` is filled in from the page."""
    found = commitment_of(request, uid)
    return step(request, found, steps.INHERIT, {"powerholder": who(request)}, commitment=found, at=timezone.now())


def who(request: SignedIn) -> Powerholder | None:
    """The powerholder that `?who=` names, if the account sees one of that name."""
    uid = uid_of(request.GET.get("who", ""))
    return Powerholder.objects.visible_to(request.user).filter(uid=uid).first() if uid else None


@never_cache
@require_http_methods(["GET", "POST"])
def keeper(request: SignedIn, uid: UUID) -> HttpResponse:
    """Who keeps an eye on it."""
    found = commitment_of(request, uid)
    is_named = found.keeper_id in names_of(request.user, [found.keeper_id])
    return step(request, found, steps.KEEPER, {"keeper": found.keeper if is_named else None}, commitment=found)


@require_POST
def look_over(request: SignedIn, uid: UUID) -> HttpResponse:
    """What an import brought is right."""
    done(request, commitment.look_over_commitment, _("Looked at."), commitment=commitment_of(request, uid))
    return redirect("commitment", uid=uid)
