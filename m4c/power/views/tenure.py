"""Tenures: who holds which office, from when, and until when."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.power.models import Tenure
from m4c.power.operations import tenure as operations
from m4c.power.record.finding import FINDERS
from m4c.power.record.forms.holders import EndTenureForm, HolderForm, TenureForm
from m4c.power.views import office as offices
from m4c.power.views.filled import Sheet, shown
from m4c.power.views.powerholder import seen, sheet_of


@require_http_methods(["GET", "POST"])
def begin(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say which office a powerholder holds or held."""
    found = seen(request, uid)
    named = FINDERS["office"].of(request.user, request.GET.get("office", ""))
    form = TenureForm(request.POST or None, by=request.user, initial={"office": named} if named else None)
    if form.is_valid() and done_by_form(request, form, operations.begin_tenure, new=form.new(found)):
        messages.success(request, _("It stands on their page and on the office's."))
        return redirect("powerholder", uid=uid)
    lede = _("Is the office not on record yet? Write it down on the page of its institution first.")
    return shown(request, form, sheet_of(found, _("An office they hold or held"), lede=lede))


@require_http_methods(["GET", "POST"])
def begin_in(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who holds or held an office."""
    office = offices.seen(request, uid)
    form: Any = HolderForm(request.POST or None, by=request.user)
    if form.is_valid():
        whose = form.cleaned_data.pop("powerholder")
        if done_by_form(request, form, operations.begin_tenure, new=form.new(whose, office)):
            messages.success(request, _("It stands on their page and on the office's."))
            return redirect("office", uid=uid)
    back, lede = reverse("office", kwargs={"uid": uid}), _("Are they not on record yet? Write them down first.")
    return shown(request, form, Sheet(_("Who holds it or held it"), back, office.name, lede))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right from when, for which party, and who says so."""
    tenure = tenure_of(request, uid)
    form = TenureForm.of(tenure, request.user, request.POST or None)
    if form.is_valid():
        given = {"tenure": tenure, "new": form.new(tenure.powerholder, tenure.office)}
        if done_by_form(request, form, operations.change_tenure, **given):
            messages.success(request, _("Saved."))
            return redirect("powerholder", uid=tenure.powerholder.uid)
    return shown(request, form, sheet_of(tenure.powerholder, str(tenure.office)))


@require_http_methods(["GET", "POST"])
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """They hold it no more; it stays on record."""
    tenure = tenure_of(request, uid)
    form = EndTenureForm(request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.end_tenure, tenure=tenure, **form.cleaned_data):
        messages.success(request, _("Ended. What they said and promised in it stays with them."))
        return redirect("powerholder", uid=tenure.powerholder.uid)
    title = _("{name} is no longer {office}").format(name=tenure.powerholder, office=tenure.office)
    return shown(request, form, sheet_of(tenure.powerholder, title))


def tenure_of(request: SignedIn, uid: UUID) -> Tenure:
    """A tenure that the account may see; 404 for any other."""
    rows = Tenure.objects.visible_to(request.user).select_related("powerholder", "office__institution")
    found: Tenure = get_object_or_404(rows, uid=uid)
    return found
