"""Institutions: the list, and one with its offices and who holds them."""

from collections import defaultdict
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.pages import page_of
from m4c.core.panels import draw
from m4c.core.search import cleaned, holds
from m4c.people.models import Account
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.places.models import Area
from m4c.power.loading.sitting import Seats, area_names
from m4c.power.models import Institution, Office, Tenure
from m4c.power.models.institution import InstitutionQuerySet
from m4c.power.operations import institution as operations
from m4c.power.permissions import RECORD_POWER
from m4c.power.powerholder_panels import INSTITUTION_PANELS
from m4c.power.record import page
from m4c.power.record.forms.bodies import EndForm, InstitutionForm
from m4c.power.record.forms.holders import FindBodiesForm
from m4c.power.views.filled import Sheet, shown
from m4c.power.views.tabs import tabs

AFTER, BEFORE = InstitutionQuerySet.after, InstitutionQuerySet.before
MOST_OFFICES = 300


@never_cache
@require_safe
def institutions(request: SignedIn) -> HttpResponse:
    """Bodies in which somebody decides, by name."""
    form = FindBodiesForm(request.GET)
    words, kind = cleaned(form.chosen("q") or ""), form.chosen("kind") or ""
    found = Institution.objects.visible_to(request.user).filter(holds("name", words) if words else Q())
    found = found.filter(kind=kind) if kind else found
    kept = {name: word for name, word in (("q", words), ("kind", kind)) if word}
    context = {
        "tabs": tabs(request.user, "institutions"),
        "form": form,
        "page": page_of(found, request.GET, after=AFTER, before=BEFORE, kept=kept),
        "is_filtered": bool(kept),
        "may_record": request.user.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/institutions.html", context)


@never_cache
@require_safe
def institution(request: SignedIn, uid: UUID) -> HttpResponse:
    """One body: its offices with who holds each, what is on record of it, and who moves it."""
    account, today, found = request.user, timezone.localdate(), seen(request, uid)
    context = {
        "institution": found,
        "area": Area.objects.visible_to(account).named().filter(pk=found.area_id).first() if found.area_id else None,
        "offices": with_holders(account, found),
        "parts": Institution.objects.visible_to(account).standing().filter(parent=found)[: page.MOST],
        "facts": page.facts_of(account, Q(institution=found), today),
        "lines": page.lines_of(account, found, today),
        "sites": page.sites_of(account, Q(institution=found), today),
        "panels": draw(INSTITUTION_PANELS, account, found),
        "may_record": account.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/institution.html", context)


def with_holders(account: Account, body: Institution) -> list[Seats]:
    """The offices that stand in a body, each with who holds it now. Three statements."""
    standing = Office.objects.visible_to(account).standing().select_related("institution")
    offices = list(standing.filter(institution=body)[:MOST_OFFICES])
    held: dict[int, list[Tenure]] = defaultdict(list)
    now = Tenure.objects.visible_to(account).on(timezone.localdate()).filter(office__in=offices)
    for tenure in now.select_related("powerholder"):
        held[tenure.office_id].append(tenure)
    names = area_names(offices)
    told = [Seats(office, held[office.pk], names.get(office.area_id or 0, "")) for office in offices]
    return sorted(told, key=lambda seats: seats.title)


@require_http_methods(["GET", "POST"])
def add(request: SignedIn) -> HttpResponse:
    """Write down a body."""
    form = InstitutionForm(request.POST or None, by=request.user)
    if form.is_valid() and (added := done_by_form(request, form, operations.add_institution, new=form.new)):
        messages.success(request, _("On record. Now write down the offices in it: who decides, and who only handles."))
        return redirect("institution", uid=added.uid)
    return shown(
        request, form, Sheet(_("A body in which somebody decides"), reverse("institutions"), _("Institutions"))
    )


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put a body right."""
    found = seen(request, uid)
    area = Area.objects.visible_to(request.user).named().filter(pk=found.area_id).first() if found.area_id else None
    form = InstitutionForm(request.POST or None, by=request.user, initial=InstitutionForm.starting(found, area))
    given = {"institution": found}
    if form.is_valid() and done_by_form(request, form, operations.change_institution, new=form.new, **given):
        messages.success(request, _("Saved."))
        return redirect("institution", uid=uid)
    return shown(request, form, sheet_of(found, _("Put it right")))


@require_http_methods(["GET", "POST"])
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """The body is no more, and its offices with it."""
    found = seen(request, uid)
    form = EndForm(request.POST or None)
    given = {"institution": found}
    if form.is_valid() and done_by_form(request, form, operations.end_institution, **given, **form.cleaned_data):
        messages.success(request, _("Ended. What was on record of it stays."))
        return redirect("institution", uid=uid)
    return shown(request, form, sheet_of(found, _("It is no more")))


def sheet_of(found: Institution, title: str) -> Sheet:
    """What stands around a form of a body's."""
    return Sheet(title, reverse("institution", kwargs={"uid": found.uid}), found.name)


def seen(request: SignedIn, uid: UUID) -> Institution:
    """A body that the account may see; 404 for any other."""
    rows = Institution.objects.visible_to(request.user).select_related("parent")
    found: Institution = get_object_or_404(rows, uid=uid)
    return found
