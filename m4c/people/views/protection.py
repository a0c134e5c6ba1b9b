"""Keep safe: the press, the page for whoever pressed, the slip, and her contact's note on how she is reached."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.people.forms.safety import SafeNoteForm
from m4c.people.models import Protection
from m4c.people.naming import names_of
from m4c.people.operations import protection as operations
from m4c.people.safety.leads import told_of
from m4c.people.views.asking import account_of, done, done_by_form
from m4c.people.views.person import seen


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
    protection = get_object_or_404(
        Protection.objects.visible_to(account).select_related("contact", "person", "group"), uid=uid
    )
    context = {
        "protection": protection,
        "contact": names_of(account, [protection.contact_id]).get(protection.contact_id),
        "is_contact": protection.contact_id is not None and protection.contact_id == account.person_id,
        "leads_are_told": told_of(protection.group, protection.person)[1],
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
