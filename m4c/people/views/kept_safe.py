"""The safeguarding lead's review of those kept safe, without names, and one record by its exact address."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.people.erasure.keeping import RETENTION_RULES
from m4c.people.forms.data_keeping import KeptSafeCaseForm
from m4c.people.forms.safety import FindRecordForm, SafeContactForm
from m4c.people.handing_over.walk import is_leaving
from m4c.people.models import Invitation, ProtectedLook, Protection, RetentionCase
from m4c.people.models.person_merge import named_by
from m4c.people.naming import doer_named, doers_named, one_of_us, with_doer
from m4c.people.operations import protection as operations
from m4c.people.operations.account import account_kept_safe, close_account_kept_safe
from m4c.people.operations.retention import decide_case_kept_safe
from m4c.people.reach import reach_of
from m4c.people.views.asking import account_of, done, done_by_form

LOOKS = 50
LIFTED = 20


@never_cache
@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Those kept safe whom a safeguarding lead answers for: to be confirmed first, the overdue on top. No names."""
    account = account_of(request)
    form = FindRecordForm(request.GET)
    if uid := form.chosen("uid"):
        return redirect("kept-safe-record", uid=uid)
    mine = (
        Protection.objects.visible_to(account)
        .in_charge_of(account)
        .select_related("group", "person", "placed_by__person")
    )
    waiting, lifted = list(mine.unconfirmed()), list(mine.exclude(lifted_at=None).order_by("-lifted_at")[:LIFTED])
    names = doers_named(account, [row.placed_by for row in (*waiting, *lifted)])
    now = timezone.now()
    context = {
        "form": form,
        "waiting": [(row, row.is_overdue(now), names[row.placed_by_id]) for row in waiting],
        "confirmed": mine.active().exclude(confirmed_at=None).order_by("confirmed_at"),
        "kept_long": RetentionCase.objects.visible_to(account)
        .of_kept_safe()
        .waiting()
        .select_related("group", "person"),
        "lifted": [(row, names[row.placed_by_id]) for row in lifted],
    }
    return render(request, "people/kept_safe.html", context)


@never_cache
@require_safe
def record(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The record of somebody kept safe, by its exact address: each look is logged."""
    protection = answered_for(request, uid)
    operations.look(protection=protection, door="kept-safe-record", by=account_of(request))
    return record_page(request, protection, SafeContactForm(instance=protection, by=account_of(request)))


@require_POST
def confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Stand by it that somebody is kept safe."""
    protection, at = answered_for(request, uid), timezone.now()
    done(request, operations.confirm_protection, _("Confirmed."), protection=protection, at=at)
    return redirect("kept-safe")


@require_POST
def lift(request: HttpRequest, uid: UUID) -> HttpResponse:
    """End it that somebody is kept safe."""
    protection, at = answered_for(request, uid), timezone.now()
    done(request, operations.lift_protection, _("Lifted."), protection=protection, at=at)
    return redirect("kept-safe")


@require_POST
def contact(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say who keeps in touch with her, and how she is reached safely."""
    protection = answered_for(request, uid)
    form = SafeContactForm(request.POST, instance=protection, by=account_of(request))
    if form.is_valid():
        given = {"protection": protection, **form.cleaned_data}
        if done_by_form(request, form, operations.set_safe_contact, **given):
            return redirect("kept-safe")
    return record_page(request, protection, form, status=422)


@require_POST
def decide_case(request: HttpRequest, uid: UUID, rule: str) -> HttpResponse:
    """Decide whether what was kept long of somebody kept safe is kept on."""
    protection = answered_for(request, uid)
    seen = RetentionCase.objects.visible_to(account_of(request)).of(protection).waiting()
    case = get_object_or_404(seen, rule=rule)
    form = KeptSafeCaseForm(request.POST, prefix=rule)
    if form.is_valid():
        given = {"protection": protection, "case": case, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, decide_case_kept_safe, **given):
            return redirect("kept-safe")
    contact_form = SafeContactForm(instance=protection, by=account_of(request))
    return record_page(request, protection, contact_form, status=422, refused={rule: form})


@require_POST
def close_account(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Close her account, with whatever roles it holds."""
    done(request, close_account_kept_safe, _("The account is closed."), protection=answered_for(request, uid))
    return redirect("kept-safe-record", uid=uid)


def answered_for(request: HttpRequest, uid: UUID) -> Protection:
    """The standing protection of a person, by the person's uid; 404 unless the account answers for it."""
    account = account_of(request)
    mine = Protection.objects.visible_to(account).in_charge_of(account).active()
    found: Protection | None = named_by(
        uid, mine.select_related("person__address", "group", "contact", "confirmed_by__person"), "person"
    )
    if found is None:
        raise Http404
    return found


def record_page(
    request: HttpRequest, protection: Protection, form: Any, status: int = 200, refused: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The page of somebody kept safe, with who looked, and what has been kept long."""
    account = account_of(request)
    looks = ProtectedLook.objects.visible_to(account).filter(protection=protection).select_related("by__person")
    tried = Invitation.objects.visible_to(account).filter(protection=protection)
    kept_long = RetentionCase.objects.visible_to(account).of(protection).waiting()
    forms = dict(refused or {})
    context = {
        "kept_long": [
            (case, RETENTION_RULES[case.rule].what, forms.get(case.rule) or KeptSafeCaseForm(prefix=case.rule))
            for case in kept_long
            if case.rule in RETENTION_RULES
        ],
        "protection": protection,
        "person": protection.person,
        "reach": reach_of(account, protection.person, protection, timezone.now()),
        "form": form,
        "looks": with_doer(account, looks[:LOOKS], "by"),
        "invitations": with_doer(account, tried.select_related("group", "invited_by__person")[:LOOKS], "invited_by"),
        "has_account": account_kept_safe(protection) is not None,
        "confirmed_by": doer_named(account, protection.confirmed_by),
        "contact": one_of_us(account, protection.contact),
        "is_overdue": protection.is_overdue(timezone.now()),
        "contact_leaves": is_leaving(protection.contact_id),
    }
    return render(request, "people/kept_safe_record.html", context, status=status)
