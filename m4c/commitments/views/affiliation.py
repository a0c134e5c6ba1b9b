"""How one's groups are affiliated to other bodies: the list, one by its steps, a new one and its next step."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.commitments.covenants.affiliation_forms import AffiliationForm, StepForm
from m4c.commitments.covenants.affiliations import BADGES, after, before, with_last_step
from m4c.commitments.models import Affiliation, AffiliationStep
from m4c.commitments.operations import affiliation as operations
from m4c.commitments.permissions import KEEP_COVENANTS
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_safe
def affiliations(request: SignedIn) -> HttpResponse:
    """Those of one's groups, by the name of the body."""
    found = with_last_step(Affiliation.objects.visible_to(request.user).select_related("group"))
    page = page_of(found, request.GET, after=after, before=before)
    rows = [(one, BADGES.get(one.state, "wait"), AffiliationStep.State(one.state).label) for one in page.rows]
    context = {"page": page, "rows": rows, "may_keep": request.user.may_somewhere(KEEP_COVENANTS)}
    return render(request, "commitments/affiliations.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: SignedIn) -> HttpResponse:
    """Write one down, by its first step."""
    form = AffiliationForm(request.POST or None, by=request.user)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("group", "body_words", "body", "about")}
        given |= {"step": form.step, "at": timezone.now()}
        if made := done_by_form(request, form, operations.begin_affiliation, **given):
            messages.success(request, _("Written down. Come back when it moves."))
            return redirect("affiliation", uid=made.uid)
    return render(request, "commitments/affiliation_form.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def affiliation(request: SignedIn, uid: UUID) -> HttpResponse:
    """One of them, step by step."""
    return shown(request, affiliation_of(request, uid))


@require_POST
def step(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down its next step."""
    found = affiliation_of(request, uid)
    form = StepForm(request.POST, after=found.state)
    given = {"affiliation": found, "step": form.step, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, operations.step_affiliation, **given):
        return redirect("affiliation", uid=uid)
    return shown(request, found, 422, form=form)


def shown(request: SignedIn, found: Any, status: int = 200, **more: Any) -> HttpResponse:
    """Its page, with a form that was refused as it came."""
    steps = list(AffiliationStep.objects.visible_to(request.user).filter(affiliation=found))
    context = {
        "affiliation": found,
        "badge": BADGES.get(found.state, "wait"),
        "steps": steps,
        "last": steps[0] if steps else None,
        "may_keep": request.user.may(KEEP_COVENANTS, scopes_of(found)),
        "form": StepForm(after=found.state),
    }
    return render(request, "commitments/affiliation.html", context | more, status=status)


def affiliation_of(request: SignedIn, uid: UUID) -> Any:
    """One that the account sees, with where it stands; 404 for any other."""
    rows = with_last_step(Affiliation.objects.visible_to(request.user).select_related("group", "body"))
    return get_object_or_404(rows, uid=uid)
