"""What people ask of their own data: the desk with its days, taking a request in, and each request with its steps."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.data_permissions import ERASE_PEOPLE
from m4c.people.forms.rights import LookForm, StepForm, TakeInForm
from m4c.people.models import Complaint, Correction, RequestPause, Restriction, RightsRequest
from m4c.people.models.protection import is_kept_safe
from m4c.people.naming import doer_named, doers_named
from m4c.people.operations.rights_request import look_at_request, take_in_request
from m4c.people.permissions import ANSWER_COMPLAINTS, ANSWER_RIGHTS, MAKE_ACCESS_PACKS
from m4c.people.requests import SignedIn
from m4c.people.rights.sight import is_held_back, with_hidden
from m4c.people.rights.steps import STEPS, State, Step, open_steps
from m4c.people.views.asking import done_by_form

LATELY = 20


@never_cache
@require_safe
def rights(request: SignedIn) -> HttpResponse:
    """What is to be answered, the soonest due first, complaints about data among it; and what was closed lately."""
    account = request.user
    mine = RightsRequest.objects.visible_to(account).select_related("holder__person")
    complaints = Complaint.objects.visible_to(account).filter(kind=Complaint.Kind.DATA).with_state().open()
    waiting = list(with_hidden(account, mine.open().with_wait()))
    names = doers_named(account, [asked.holder for asked in waiting])
    context = {
        "today": timezone.localdate(),
        "requests": [(asked, names.get(asked.holder_id, "")) for asked in waiting],
        "complaints": complaints if account.may_somewhere(ANSWER_COMPLAINTS) else [],
        "closed": with_hidden(account, mine.closed())[:LATELY],
    }
    return render(request, "people/rights.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def take_in(request: SignedIn, uid: UUID | None = None) -> HttpResponse:
    """Take in what somebody asked for, whichever way it came; after an earlier request of theirs, if one is named."""
    after = answerable(request, uid) if uid else None
    if after and is_held_back(request.user, after, timezone.now()):
        return redirect("rights-request", uid=uid)
    form = TakeInForm(request.POST or None, by=request.user, after=after)
    if form.is_bound and form.is_valid():
        given = {"group": request.user.groups_for(ANSWER_RIGHTS)[0], **form.given}
        if taken := done_by_form(request, form, take_in_request, **given):
            return redirect("rights-request", uid=taken.uid)
    return render(request, "people/rights_take_in.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def rights_request(request: SignedIn, uid: UUID) -> HttpResponse:
    """One request: what was asked, its clock, what was done, and what comes next; of somebody kept safe, its clock."""
    shown = answerable(request, uid)
    if is_held_back(request.user, shown, timezone.now()):
        return held_back_page(request, shown, LookForm())
    return request_page(request, shown)


@require_POST
@sensitive_post_parameters()
def look(request: SignedIn, uid: UUID) -> HttpResponse:
    """Look at the request of somebody kept safe, with a reason."""
    shown, form = answerable(request, uid), LookForm(request.POST)
    looking = partial(look_at_request, request=shown, at=timezone.now())
    if form.is_valid() and done_by_form(request, form, looking, **form.cleaned_data):
        return redirect("rights-request", uid=uid)
    return held_back_page(request, shown, form)


@require_POST
@sensitive_post_parameters()
def step(request: SignedIn, uid: UUID, step: str) -> HttpResponse:
    """Take one step with a request."""
    shown, taken = answerable(request, uid), STEPS.get(step)
    if taken is None:
        raise Http404
    if is_held_back(request.user, shown, timezone.now()):
        return redirect("rights-request", uid=uid)
    form = form_of(taken, request, shown, request.POST)
    if form.is_valid() and done_by_form(request, form, partial(taken.operation, request=shown), **form.given):
        messages.success(request, str(taken.done))
        return redirect("rights-request", uid=uid)
    return request_page(request, shown, taken, form)


def answerable(request: SignedIn, uid: UUID) -> RightsRequest:
    """A request that the account answers; 404 for any other."""
    mine = RightsRequest.objects.visible_to(request.user).select_related(
        "person__address", "taken_by__person", "holder__person", "identity_by__person"
    )
    return get_object_or_404(mine, uid=uid)


def form_of(step: Step, request: SignedIn, shown: RightsRequest, sent: Any = None) -> StepForm:
    """The form of a step, its ids its own: a page holds several."""
    return step.form(sent, by=request.user, request=shown, auto_id=f"id_{step.name}_%s")


def held_back_page(request: SignedIn, shown: RightsRequest, form: LookForm) -> HttpResponse:
    """What may be known of a request without knowing who asks."""
    holder = doer_named(request.user, shown.holder)
    context = {"asked": shown, "today": timezone.localdate(), "holder": holder, "form": form}
    return render(request, "people/rights_held_back.html", context, status=422 if form.errors else 200)


def request_page(
    request: SignedIn, shown: RightsRequest, sent: Step | None = None, form: StepForm | None = None
) -> HttpResponse:
    """The page of one request; a form that came back stands open, with its words. Of somebody kept safe, a look."""
    account = request.user
    if is_kept_safe(shown.person_id):
        look_at_request(request=shown, at=timezone.now(), by=account)
    pauses = list(RequestPause.objects.visible_to(account).filter(request=shown).select_related("asked_by__person"))
    doers = [shown.taken_by, shown.holder, shown.identity_by, *(pause.asked_by for pause in pauses)]
    names = doers_named(account, doers)
    restriction = Restriction.objects.visible_to(account).filter(request=shown).last()
    waits_for = frozenset(pause.kind for pause in pauses if pause.answered_on is None)
    state = State(shown, waits_for, restriction is not None and restriction.lifted_at is None)
    steps = [(each, form if each is sent else form_of(each, request, shown)) for each in open_steps(state)]
    context = {
        "asked": shown,
        "today": timezone.localdate(),
        "taken_by": "" if shown.taken_by.system else names[shown.taken_by_id],
        "holder": names.get(shown.holder_id, ""),
        "identity_by": names.get(shown.identity_by_id, ""),
        "pauses": [(pause, names[pause.asked_by_id]) for pause in pauses],
        "waits_for_them": bool(waits_for),
        "corrections": Correction.objects.visible_to(account).filter(request=shown),
        "restriction": restriction,
        "steps": [(each, step_form, each is sent) for each, step_form in steps],
        "may_make_packs": account.may_somewhere(MAKE_ACCESS_PACKS),
        "may_erase": account.may_somewhere(ERASE_PEOPLE),
    }
    return render(request, "people/rights_request.html", context, status=422 if form else 200)
