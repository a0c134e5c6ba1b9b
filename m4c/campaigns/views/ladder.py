"""The escalation ladder: its rungs, one step, and what is written down of it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.campaigns.campaign_panels import campaign_tabs
from m4c.campaigns.ladder.forms import AuthoriseForm, CloseForm, StepForm, TriggerForm, today
from m4c.campaigns.ladder.page import OF_A_STEP, context_of, named_authoriser, rungs_of
from m4c.campaigns.ladder.truce_forms import SettleForm, StandDownForm, TruceForm
from m4c.campaigns.models import LadderStep, Target
from m4c.campaigns.operations import ladder as operations
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.campaigns.views.campaign import campaign_of
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

WAYS = {"up": True, "down": False}


@never_cache
@require_safe
def ladder(request: SignedIn, uid: UUID) -> HttpResponse:
    """The ladder of a campaign, what comes first first."""
    found = campaign_of(request, uid)
    keep_scopes(found)
    rungs, off = rungs_of(request.user, found, timezone.now())
    context = {
        "campaign": found,
        "tabs": campaign_tabs(request.user, found, "campaign-ladder"),
        "rungs": rungs,
        "off": off,
        "may_run": request.user.may(RUN_CAMPAIGNS, scopes_of(found)),
        "has_target": bool(rungs)
        or Target.objects.visible_to(request.user).filter(campaign=found, until=None).exists(),
    }
    return render(request, "campaigns/ladder.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Prepare a step."""
    found = campaign_of(request, uid)
    initial = {"trigger": LadderStep.Trigger.SILENCE}
    form = StepForm(request.POST or None, by=request.user, campaign=found, initial=initial)
    if form.is_valid() and (made := done_by_form(request, form, operations.add_step, campaign=found, new=form.step())):
        return redirect("ladder-step", uid=made.uid)
    return filled_in(request, form, {"campaign": found})


@never_cache
@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say a step otherwise."""
    found = step_of(request, uid)
    form = StepForm.of(found, request.POST or None, request.user)
    if form.is_valid() and done_by_form(request, form, operations.change_step, step=found, new=form.step(found)):
        return redirect("ladder-step", uid=uid)
    return filled_in(request, form, {"campaign": found.campaign, "step": found})


def filled_in(request: SignedIn, form: StepForm, context: dict[str, Any]) -> HttpResponse:
    """The form of a step."""
    return render(request, "campaigns/ladder_form.html", context | {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def step(request: SignedIn, uid: UUID) -> HttpResponse:
    """One step."""
    return shown(request, step_of(request, uid))


def shown(request: SignedIn, found: LadderStep, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    keep_scopes(found)
    context = context_of(request.user, found, timezone.now())
    context |= {
        "authoriser": named_authoriser(request.user, found),
        "authorise_form": AuthoriseForm(initial=today()),
        "trigger_form": TriggerForm(initial=today()),
        "close_form": CloseForm(initial=today() | {"what_they_did": found.what_they_did}),
        "truce_form": TruceForm(step=found, is_called=context["is_called"]),
        "settle_form": SettleForm(),
        "stand_down_form": StandDownForm(step=found),
    }
    return render(request, "campaigns/ladder_step.html", context | more, status=status)


@require_POST
def move(request: SignedIn, uid: UUID, way: str) -> HttpResponse:
    """Move a step one rung up or down."""
    found = step_of(request, uid)
    if way not in WAYS:
        raise Http404
    done(request, operations.move_step, step=found, up=WAYS[way])
    return redirect("campaign-ladder", uid=found.campaign.uid)


@require_POST
def authorise(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down that a step is authorised."""
    found, form = step_of(request, uid), AuthoriseForm(request.POST)
    if form.is_valid() and done_by_form(request, form, operations.authorise_step, step=found, **form.cleaned_data):
        return redirect("ladder-step", uid=uid)
    return shown(request, found, 422, authorise_form=form)


@require_POST
def take_authorisation_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back that it is."""
    done(request, operations.withdraw_authorisation, step=step_of(request, uid))
    return redirect("ladder-step", uid=uid)


@require_POST
def trigger(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say when what it waits for came about."""
    found, form = step_of(request, uid), TriggerForm(request.POST)
    if form.is_valid() and done_by_form(request, form, operations.say_triggered, step=found, **form.cleaned_data):
        return redirect("ladder-step", uid=uid)
    return shown(request, found, 422, trigger_form=form)


@require_POST
def take_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a step off the ladder."""
    found = step_of(request, uid)
    done(request, operations.take_step_off, _("Taken off the ladder."), step=found, at=timezone.now())
    return redirect("campaign-ladder", uid=found.campaign.uid)


@require_POST
def put_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put it back."""
    done(request, operations.put_step_back, step=step_of(request, uid))
    return redirect("ladder-step", uid=uid)


@require_POST
def close(request: SignedIn, uid: UUID) -> HttpResponse:
    """Close a step, with what they did; where its event was held, say next how it was for oneself."""
    found, form = step_of(request, uid), CloseForm(request.POST)
    given = {"step": found, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.close_step, **given, **form.cleaned_data):
        return redirect("ladder-step", uid=uid)
    return shown(request, found, 422, close_form=form)


@require_POST
def reopen(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back that it was done."""
    done(request, operations.reopen_step, step=step_of(request, uid))
    return redirect("ladder-step", uid=uid)


def step_of(request: SignedIn, uid: UUID) -> LadderStep:
    """A step that the account sees; 404 for any other."""
    rows = LadderStep.objects.visible_to(request.user).select_related(*OF_A_STEP, "who")
    found: LadderStep = get_object_or_404(rows, uid=uid)
    return found
