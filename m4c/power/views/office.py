"""Offices: what one decides and what it merely handles, and who held it when."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.places.models import Area
from m4c.power.models import Office, Tenure
from m4c.power.operations import institution as operations
from m4c.power.permissions import RECORD_POWER
from m4c.power.record.forms.bodies import EndForm, OfficeForm
from m4c.power.record.page import MOST, held
from m4c.power.views import institution as institutions
from m4c.power.views.filled import Sheet, shown


@never_cache
@require_safe
def office(request: SignedIn, uid: UUID) -> HttpResponse:
    """One office, with everybody who held it, the latest first."""
    account, today, found = request.user, timezone.localdate(), seen(request, uid)
    rows = Tenure.objects.visible_to(account).filter(office=found).select_related("powerholder")
    told = [held(tenure, [], today) for tenure in rows[:MOST]]
    context = {
        "office": found,
        "area": area_of(request, found.area_id),
        "now": [one for one in told if one.is_now],
        "before": [one for one in told if not one.is_now],
        "may_record": account.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/office.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down an office in an institution."""
    body = institutions.seen(request, uid)
    form = OfficeForm(request.POST or None, by=request.user)
    if form.is_valid() and (
        added := done_by_form(request, form, operations.add_office, institution=body, new=form.new)
    ):
        messages.success(request, _("On record. Now say who holds it."))
        return redirect("office", uid=added.uid)
    back = reverse("institution", kwargs={"uid": uid})
    lede = _("Who can say yes, and who only handles what comes in? Write down both, so that nobody is sent round.")
    return shown(request, form, Sheet(_("An office in it"), back, body.name, lede))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put an office right."""
    found = seen(request, uid)
    initial = OfficeForm.starting(found, area_of(request, found.area_id))
    form = OfficeForm(request.POST or None, by=request.user, initial=initial)
    if form.is_valid() and done_by_form(request, form, operations.change_office, office=found, new=form.new):
        messages.success(request, _("Saved."))
        return redirect("office", uid=uid)
    return shown(request, form, sheet_of(found, _("Put it right")))


@require_http_methods(["GET", "POST"])
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """The office is no more."""
    found = seen(request, uid)
    form = EndForm(request.POST or None)
    if form.is_valid() and done_by_form(request, form, operations.end_office, office=found, **form.cleaned_data):
        messages.success(request, _("Ended. Who held it stays on record."))
        return redirect("office", uid=uid)
    return shown(request, form, sheet_of(found, _("There is no such office any more")))


def sheet_of(found: Office, title: str) -> Sheet:
    """What stands around a form of an office's."""
    return Sheet(title, reverse("office", kwargs={"uid": found.uid}), found.name)


def seen(request: SignedIn, uid: UUID) -> Office:
    """An office that the account may see; 404 for any other."""
    rows = Office.objects.visible_to(request.user).select_related("institution")
    found: Office = get_object_or_404(rows, uid=uid)
    return found


def area_of(request: SignedIn, pk: int | None) -> Area | None:
    """An area with its name."""
    found: Area | None = Area.objects.visible_to(request.user).named().filter(pk=pk).first() if pk else None
    return found
