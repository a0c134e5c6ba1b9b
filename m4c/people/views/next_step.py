"""Next steps with somebody: agree one, and settle one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.onward import onward
from m4c.people.forms.next_step import NextStepForm
from m4c.people.models import NextStep
from m4c.people.operations import next_step as operations
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.people.views.person import seen


@never_cache
@require_http_methods(["GET", "POST"])
def agree(request: SignedIn, uid: UUID) -> HttpResponse:
    """Agree a next step with somebody."""
    shown = seen(request, uid)
    form = NextStepForm(request.POST or None, by=request.user, person=shown)
    if form.is_valid() and done_by_form(request, form, operations.agree_step, person=shown, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("person", uid=uid)
    context = {"person": shown, "form": form}
    return render(request, "people/next_step.html", context, status=422 if form.errors else 200)


@require_POST
def settle(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that a step happened, or that it was dropped."""
    step: NextStep = get_object_or_404(NextStep.objects.visible_to(request.user).select_related("person"), uid=uid)
    dropped = request.POST.get("outcome") == NextStep.Outcome.DROPPED
    outcome = NextStep.Outcome.DROPPED if dropped else NextStep.Outcome.HAPPENED
    sentence = _("Dropped.") if dropped else _("Good. It happened.")
    done(request, operations.settle_step, sentence, step=step, outcome=outcome, on=timezone.localdate())
    return onward(request, "person", uid=step.person.uid)
