"""Someone may be at risk: the card and its form for everybody, and the referrals for the safeguarding lead."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.forms.safety import ReferralForm, ReferralStepForm
from m4c.people.models import Protection, Referral, ReferralStep
from m4c.people.naming import doer_named, with_doer
from m4c.people.operations import referral as operations
from m4c.people.operations.protection import keep_safe
from m4c.people.permissions import REFER
from m4c.people.views.asking import account_of, done, done_by_form

CLOSED = 20


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def refer(request: HttpRequest) -> HttpResponse:
    """Stop and refer. Whom it is about comes in the body, never in an address that a log would keep."""
    account = account_of(request)
    filled_in = request.POST if "seen" in request.POST else None
    form = ReferralForm(filled_in, by=account, initial={"about": request.POST.get("about")})
    if form.is_bound and form.is_valid():
        given = {"group": account.groups_for(REFER)[0], "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.refer, **given):
            return redirect("refer-sent")
    return render(request, "people/refer.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The acknowledgement: the same for all, so that nothing can be read back."""
    return render(request, "people/refer_sent.html")


@never_cache
@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    """Referrals to answer, the most urgent first, and those closed lately."""
    account = account_of(request)
    found = Referral.objects.visible_to(account).select_related("group", "sender__person").with_state()
    context = {"open": with_doer(account, found.open(), "sender"), "closed": found.closed()[:CLOSED]}
    return render(request, "people/referrals.html", context)


@never_cache
@require_safe
def referral(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One referral, and what became of it."""
    shown = answered(request, uid)
    return referral_page(request, shown, ReferralStepForm(after=shown.state))


@require_POST
@sensitive_post_parameters()
def step(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Receive, take up or close a referral."""
    shown = answered(request, uid)
    form = ReferralStepForm(request.POST, after=shown.state)
    if form.is_valid():
        given = {"referral": shown, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, operations.answer_referral, **given):
            return redirect("referral", uid=uid)
    return referral_page(request, shown, form, status=422)


@require_POST
def keep_them_safe(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hide the person whom a referral is about."""
    shown = answered(request, uid)
    if shown.about is not None:
        done(request, keep_safe, _("Kept safe from now on."), person=shown.about, at=timezone.now())
    return redirect("referral", uid=uid)


def answered(request: HttpRequest, uid: UUID) -> Any:
    """A referral that the account answers, with its state; 404 for any other."""
    mine = Referral.objects.visible_to(account_of(request)).with_state()
    return get_object_or_404(mine.select_related("group", "sender__person", "about"), uid=uid)


def referral_page(request: HttpRequest, shown: Any, form: ReferralStepForm, status: int = 200) -> HttpResponse:
    """The page of one referral."""
    account = account_of(request)
    steps = ReferralStep.objects.visible_to(account).filter(referral=shown).select_related("by__person")
    protections = Protection.objects.visible_to(account).in_charge_of(account).active()
    context = {
        "referral": shown,
        "sender": doer_named(account, shown.sender),
        "steps": with_doer(account, steps, "by"),
        "form": None if shown.state == ReferralStep.State.CLOSED else form,
        "protection": protections.filter(person=shown.about_id).first(),
    }
    return render(request, "people/referral.html", context, status=status)
