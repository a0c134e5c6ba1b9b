"""Complaints, each by its day."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from m4c.people.forms.front_desk import ComplaintStepForm
from m4c.people.models import Complaint, ComplaintStep
from m4c.people.naming import with_doer
from m4c.people.operations.complaint import mail_answer, take_step
from m4c.people.views.asking import account_of, done, done_by_form

LATELY = 20


@never_cache
@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """Those to answer, the soonest due first, and those answered lately."""
    found = Complaint.objects.visible_to(account_of(request)).with_state()
    context = {"waiting": found.open(), "answered": found.answered()[:LATELY], "today": timezone.localdate()}
    return render(request, "people/complaints.html", context)


@never_cache
@require_safe
def complaint(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One complaint, its clock, and what became of it."""
    shown = answerable(request, uid)
    return complaint_page(request, shown, ComplaintStepForm(after=shown.state))


@require_POST
@sensitive_post_parameters()
def step(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write down what was done with a complaint."""
    shown = answerable(request, uid)
    form = ComplaintStepForm(request.POST, after=shown.state)
    if form.is_valid():
        given = {"complaint": shown, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, take_step, **given):
            return redirect("complaint", uid=uid)
    return complaint_page(request, shown, form, status=422)


@require_POST
def letter(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Send the answer to whoever complained."""
    shown = answerable(request, uid)
    done(request, mail_answer, _("The letter is on its way."), complaint=shown, at=timezone.now())
    return redirect("complaint", uid=uid)


def answerable(request: HttpRequest, uid: UUID) -> Any:
    """A complaint that the account answers, with its state; 404 for any other."""
    return get_object_or_404(Complaint.objects.visible_to(account_of(request)).with_state(), uid=uid)


def complaint_page(request: HttpRequest, shown: Any, form: ComplaintStepForm, status: int = 200) -> HttpResponse:
    """The page of one complaint."""
    found = ComplaintStep.objects.visible_to(account_of(request)).filter(complaint=shown).select_related("by__person")
    steps = list(found)
    answer = steps[-1] if shown.state == ComplaintStep.State.ANSWERED else None
    context = {
        "complaint": shown,
        "steps": with_doer(account_of(request), steps, "by"),
        "first_step": steps[0] if steps else None,
        "answer": answer,
        "form": None if answer else form,
    }
    return render(request, "people/complaint.html", context, status=status)
