"""Powerholders: the list, one of them with all that is on record, and putting it right."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.panels import draw
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form
from m4c.power.models import Powerholder
from m4c.power.operations import powerholder as operations
from m4c.power.permissions import ANSWER_POWERHOLDER, RECORD_POWER, SEE_RESEARCH
from m4c.power.powerholder_panels import POWERHOLDER_PANELS
from m4c.power.record import page
from m4c.power.record.forms.holders import OwnPersonForm, PowerholderForm
from m4c.power.source_age import is_old
from m4c.power.views.filled import Sheet, shown


@never_cache
@require_safe
def powerholder(request: SignedIn, uid: UUID) -> HttpResponse:
    """One powerholder: what they hold, what is on record, who is near them, and what is asked of them."""
    account, today, found = request.user, timezone.localdate(), seen(request, uid)
    facts, attempts = page.parted(page.facts_of(account, Q(powerholder=found), today))
    context = {
        "powerholder": found,
        "offices": page.offices_of(account, found, today),
        "facts": facts,
        "attempts": attempts,
        "presence": page.presence_of(account, found),
        "lines": page.lines_of(account, found, today),
        "sites": page.sites_of(account, Q(powerholder=found), today),
        "research": page.research_with(account, found),
        "own_person": page.own_person(account, found),
        "panels": draw(POWERHOLDER_PANELS, account, found),
        "is_old": is_old(found.source_on, today),
        "may_record": account.may_somewhere(RECORD_POWER),
        "may_ask": account.may_somewhere(SEE_RESEARCH),
        "may_answer": account.may_somewhere(ANSWER_POWERHOLDER),
    }
    return render(request, "power/powerholder.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedIn) -> HttpResponse:
    """Write down a powerholder."""
    form = PowerholderForm(request.POST or None, initial={"name": request.GET.get("name", "")[:120]})
    if form.is_valid() and (added := done_by_form(request, form, operations.add_powerholder, new=form.new)):
        messages.success(request, _("On record. Now say what they hold, or what they own."))
        return redirect("powerholder", uid=added.uid)
    title, back = _("Somebody who decides"), reverse("powerholders")
    return shown(request, form, Sheet(title, back, _("Powerholders"), note="role"))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put right what is said of them."""
    found = seen(request, uid)
    form = PowerholderForm(request.POST or None, initial=PowerholderForm.starting(found))
    if form.is_valid():
        given = {"powerholder": found, "new": form.new}
        if done_by_form(request, form, operations.change_powerholder, **given):
            messages.success(request, _("Saved."))
            return redirect("powerholder", uid=uid)
    return shown(request, form, sheet_of(found, _("Put it right"), note="role"))


@require_POST
def review(request: SignedIn, uid: UUID) -> HttpResponse:
    """Somebody looked at what an import made."""
    done(request, operations.look_over, _("Looked over."), powerholder=seen(request, uid))
    return redirect("powerholder", uid=uid)


@never_cache
@require_http_methods(["GET", "POST"])
def own(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say whether they are one of our own people."""
    found = seen(request, uid)
    initial = {"person": page.own_person(request.user, found)}
    form = OwnPersonForm(request.POST or None, by=request.user, initial=initial)
    given = {"powerholder": found}
    if form.is_valid() and done_by_form(request, form, operations.say_own_person, **given, **form.cleaned_data):
        messages.success(request, _("Saved. Only who may see that person is told."))
        return redirect("powerholder", uid=uid)
    return shown(request, form, sheet_of(found, _("One of our own people?"), note="own"))


def sheet_of(found: Powerholder, title: str, submit: str = "", lede: str = "", note: str = "") -> Sheet:
    """What stands around a form of a powerholder's."""
    return Sheet(title, reverse("powerholder", kwargs={"uid": found.uid}), found.name, lede, submit, note)


def seen(request: SignedIn, uid: UUID) -> Powerholder:
    """A powerholder that the account may see; 404 for any other."""
    found: Powerholder = get_object_or_404(Powerholder.objects.visible_to(request.user), uid=uid)
    return found
