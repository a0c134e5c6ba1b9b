"""Evaluations: saying how it was, the circle of what everybody said, the same on paper, and jobs made of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.visibility import keep_scopes, scopes_of
from m4c.events.afterwards.evaluations import circle_of, may_evaluate, own_of
from m4c.events.forms.evaluation import EvaluationForm
from m4c.events.models import Evaluation
from m4c.events.operations import evaluation as operations
from m4c.events.permissions import GIVE_JOBS, PLAN_EVENTS
from m4c.events.views.afterwards import event_over
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def own(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say how it was, or say it anew."""
    event, account = event_over(request, uid), request.user
    if not may_evaluate(account, event):
        raise Http404
    before = own_of(account, event).first()
    form = EvaluationForm(request.POST or None, initial=EvaluationForm.words_of(before))
    if form.is_valid() and done_by_form(
        request, form, operations.evaluate, event=event, said=form.said, at=timezone.now()
    ):
        messages.success(request, _("Thank you. It is written down."))
        return redirect("evaluations", uid=uid)
    context = {"event": event, "form": form, "before": before}
    return render(request, "events/evaluation.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def circle(request: SignedIn, uid: UUID) -> HttpResponse:
    """What everybody said, as far as the account may read it: all for leaders, one's own for everybody else."""
    event, account = event_over(request, uid), request.user
    keep_scopes(event)
    scopes = scopes_of(event)
    context = {
        "event": event,
        "circle": circle_of(account, event),
        "reads_all": account.may(PLAN_EVENTS, scopes),
        "may_give": account.may(GIVE_JOBS, scopes),
        "may_say": may_evaluate(account, event),
    }
    return render(request, "events/evaluations.html", context)


@never_cache
@require_safe
def paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """The same in large print."""
    event = event_over(request, uid)
    return render(request, "events/evaluations_paper.html", {"event": event, "circle": circle_of(request.user, event)})


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back what one said."""
    found = evaluation_of(request, uid)
    done(request, operations.withdraw_evaluation, _("It is taken back, and kept nowhere."), evaluation=found)
    return redirect("event", uid=found.event.uid)


@require_POST
def make_job(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make a job of one thing that is next."""
    found, step = evaluation_of(request, uid), request.POST.get("step", "")
    if not (step.isascii() and step.isdigit() and len(step) < 4):
        raise Http404
    sentence = _("It is a job of the group now, and waits for somebody.")
    done(request, operations.make_job_of, sentence, evaluation=found, step=int(step), at=timezone.now())
    return redirect("evaluations", uid=found.event.uid)


def evaluation_of(request: SignedIn, uid: UUID) -> Evaluation:
    """An evaluation that the account may read, with its event; 404 for any other."""
    rows = Evaluation.objects.visible_to(request.user).select_related("event__group")
    found: Evaluation = get_object_or_404(rows, uid=uid)
    return found
