"""The safeguarding lead's review of those kept safe, without names, and one record by its exact address."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.people.forms.safety import FindRecordForm, SafeContactForm
from m4c.people.handing_over.walk import is_leaving
from m4c.people.models import Invitation, ProtectedLook, Protection
from m4c.people.models.person_merge import named_by
from m4c.people.operations import protection as operations
from m4c.people.operations.account import account_kept_safe, close_account_kept_safe
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
    now = timezone.now()
    context = {
        "form": form,
        "waiting": [(protection, protection.is_overdue(now)) for protection in mine.unconfirmed()],
        "confirmed": mine.active().exclude(confirmed_at=None).order_by("confirmed_at"),
        "lifted": mine.exclude(lifted_at=None).order_by("-lifted_at")[:LIFTED],
    }
    return render(request, "people/kept_safe.html", context)


@never_cache
@require_safe
def record(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The record of somebody kept safe, by its exact address: each look is logged."""
    protection = answered_for(request, uid)
    operations.look(protection=protection, door="kept-safe-record", by=account_of(request))
    return record_page(request, protection, SafeContactForm(instance=protection))


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
    form = SafeContactForm(request.POST, instance=protection)
    if form.is_valid():
        given = {"protection": protection, **form.cleaned_data}
        if done_by_form(request, form, operations.set_safe_contact, **given):
            return redirect("kept-safe")
    return record_page(request, protection, form, status=422)


@require_POST
def close_account(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Close her account, with whatever roles it holds."""
    done(request, close_account_kept_safe, _("The account is closed."), protection=answered_for(request, uid))
    return redirect("kept-safe-record", uid=uid)


def answered_for(request: HttpRequest, uid: UUID) -> Protection:
    """The standing protection of a person, by the person's uid; 404 unless the account answers for it."""
    account = account_of(request)
    mine = Protection.objects.visible_to(account).in_charge_of(account).active()
    found: Protection | None = named_by(uid, mine.select_related("person__address", "group", "contact"), "person")
    if found is None:
        raise Http404
    return found


def record_page(request: HttpRequest, protection: Protection, form: Any, status: int = 200) -> HttpResponse:
    """The page of somebody kept safe, with who looked."""
    account = account_of(request)
    looks = ProtectedLook.objects.visible_to(account).filter(protection=protection).select_related("by__person")
    tried = Invitation.objects.visible_to(account).filter(protection=protection)
    context = {
        "protection": protection,
        "person": protection.person,
        "reach": reach_of(account, protection.person, protection, timezone.now()),
        "form": form,
        "looks": looks[:LOOKS],
        "invitations": tried.select_related("group", "invited_by__person")[:LOOKS],
        "has_account": account_kept_safe(protection) is not None,
        "is_overdue": protection.is_overdue(timezone.now()),
        "contact_leaves": is_leaving(protection.contact_id),
    }
    return render(request, "people/kept_safe_record.html", context, status=status)
