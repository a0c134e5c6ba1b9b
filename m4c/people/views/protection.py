"""Keep safe: the press, the page for whoever pressed, and the review for the safeguarding lead."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.forms.safety import FindRecordForm, SafeContactForm, SafeNoteForm
from m4c.people.models import ProtectedLook, Protection
from m4c.people.naming import names_of
from m4c.people.operations import protection as operations
from m4c.people.reach import reach_of
from m4c.people.views.asking import account_of, done, done_by_form
from m4c.people.views.person import seen

LOOKS = 50
LIFTED = 20


@require_POST
def keep(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hide somebody at once, everywhere."""
    form = SafeNoteForm(request.POST)
    note = form.cleaned_data.get("safe_contact_note", "") if form.is_valid() else ""
    shown, at = seen(request, uid), timezone.now()
    protection = done(request, operations.keep_safe, person=shown, at=at, safe_contact_note=note)
    return redirect("kept-safe-pressed", uid=protection.uid) if protection else redirect("person", uid=uid)


@never_cache
@require_safe
def pressed(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What the press did, without her name; for whoever pressed, and her contact."""
    account = account_of(request)
    protection = get_object_or_404(Protection.objects.visible_to(account).select_related("contact", "person"), uid=uid)
    context = {
        "protection": protection,
        "contact": names_of(account, [protection.contact_id]).get(protection.contact_id),
        "is_contact": protection.contact_id is not None and protection.contact_id == account.person_id,
        "may_be_a_slip": protection.may_be_a_slip(account, timezone.now()),
    }
    return render(request, "people/kept_safe_pressed.html", context)


@require_POST
def take_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take back a press made by mistake, within minutes."""
    protection = get_object_or_404(Protection.objects.visible_to(account_of(request)), uid=uid)
    sentence = _("Taken back. The safeguarding lead sees that it was pressed.")
    if done(request, operations.take_back_slip, sentence, protection=protection, at=timezone.now()):
        return redirect("people")
    return redirect("kept-safe-pressed", uid=uid)


@never_cache
@require_http_methods(["GET", "POST"])
def safe_note(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Her contact writes down how she is reached safely."""
    shown = seen(request, uid)
    protections = Protection.objects.visible_to(account_of(request)).active()
    protection = get_object_or_404(protections, person=shown, contact=account_of(request).person_id)
    form = SafeNoteForm(request.POST or None, instance=protection)
    if request.method == "POST" and form.is_valid():
        given = {"protection": protection, **form.cleaned_data}
        if done_by_form(request, form, operations.write_safe_contact_note, **given):
            return redirect("person", uid=uid)
    context = {"person": shown, "form": form}
    return render(request, "people/safe_note_form.html", context, status=422 if form.errors else 200)


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


def answered_for(request: HttpRequest, uid: UUID) -> Protection:
    """The standing protection of a person, by the person's uid; 404 unless the account answers for it."""
    account = account_of(request)
    mine = Protection.objects.visible_to(account).in_charge_of(account).active()
    found: Protection = get_object_or_404(mine.select_related("person__address", "group", "contact"), person__uid=uid)
    return found


def record_page(request: HttpRequest, protection: Protection, form: Any, status: int = 200) -> HttpResponse:
    """The page of somebody kept safe, with who looked."""
    account = account_of(request)
    looks = ProtectedLook.objects.visible_to(account).filter(protection=protection).select_related("by__person")
    context = {
        "protection": protection,
        "person": protection.person,
        "reach": reach_of(account, protection.person, timezone.now()),
        "form": form,
        "looks": looks[:LOOKS],
        "is_overdue": protection.is_overdue(timezone.now()),
    }
    return render(request, "people/kept_safe_record.html", context, status=status)
