"""The log of breaches: those open with their clock, one with all that was done, and writing them down."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.forms.data_keeping import BreachForm, BreachStepForm, KnownForm, given_of
from m4c.people.models import Breach, BreachStep, Group
from m4c.people.naming import doers_named
from m4c.people.operations.breach import close_breach, record_breach, say_of_breach, take_breach_step
from m4c.people.views.asking import account_of, done, done_by_form

CLOSED = 20


@never_cache
@require_safe
def breaches(request: HttpRequest) -> HttpResponse:
    """Those open, and those closed lately."""
    found = Breach.objects.visible_to(account_of(request))
    now = timezone.now()
    context = {"open": [(each, each.is_late(now)) for each in found.open()], "closed": found.closed()[:CLOSED]}
    return render(request, "people/breaches.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    """Write down a breach."""
    now = timezone.now()
    form = BreachForm(request.POST if request.method == "POST" else None, initial={"known_at": now})
    if form.is_bound and form.is_valid():
        group = get_object_or_404(Group.objects.visible_to(account_of(request)), kind=Group.Kind.MOVEMENT)
        given = {"group": group, "given": given_of(form), "at": now}
        if made := done_by_form(request, form, record_breach, **given):
            return redirect("breach", uid=made.uid)
    return render(request, "people/breach_new.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def breach(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One breach, its clock, and what was done."""
    shown = logged(request, uid)
    return breach_page(request, shown, KnownForm(instance=shown), BreachStepForm())


@require_POST
@sensitive_post_parameters()
def say(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say what is known by now, and who was told."""
    shown = logged(request, uid)
    form = KnownForm(request.POST, instance=shown)
    if form.is_valid() and done_by_form(request, form, say_of_breach, breach=shown, values=form.cleaned_data):
        return redirect("breach", uid=uid)
    return breach_page(request, shown, form, BreachStepForm(), status=422)


@require_POST
@sensitive_post_parameters()
def step(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write down what was done."""
    shown = logged(request, uid)
    form = BreachStepForm(request.POST)
    given = {"breach": shown, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, take_breach_step, **given, **form.cleaned_data):
        return redirect("breach", uid=uid)
    return breach_page(request, shown, KnownForm(instance=shown), form, status=422)


@require_POST
def close(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Close it."""
    done(request, close_breach, _("Closed."), breach=logged(request, uid), at=timezone.now())
    return redirect("breach", uid=uid)


def logged(request: HttpRequest, uid: UUID) -> Breach:
    """A breach whose log the account keeps; 404 for any other."""
    return get_object_or_404(
        Breach.objects.visible_to(account_of(request)).select_related("recorded_by__person"), uid=uid
    )


def breach_page(
    request: HttpRequest, shown: Breach, known: KnownForm, step_form: BreachStepForm, status: int = 200
) -> HttpResponse:
    """The page of one breach."""
    steps = BreachStep.objects.visible_to(account_of(request)).filter(breach=shown).select_related("by__person")
    names = doers_named(account_of(request), [shown.recorded_by, *(each.by for each in steps)])
    told = {"steps": [(each, names[each.by_id]) for each in steps], "recorded_by": names[shown.recorded_by_id]}
    context = {"breach": shown, **told, "known": known, "step_form": step_form}
    return render(request, "people/breach.html", context | {"is_late": shown.is_late(timezone.now())}, status=status)
