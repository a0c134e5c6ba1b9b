"""Parts of an event: said, given, taken up, handed back, and struck off."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.events.forms.planning import GivePartForm, PartForm
from m4c.events.models import EventRole
from m4c.events.operations.part import add_part, give_part, hand_part_back, strike_part, take_part
from m4c.events.views.event import seen
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@require_http_methods(["GET", "POST"])
def add(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who does a part, or that it waits for somebody."""
    event = seen(request, uid)
    form = PartForm(request.POST or None, by=request.user, initial={"part": request.GET.get("part", "")})
    if form.is_valid() and done_by_form(request, form, add_part, event=event, **form.cleaned_data):
        messages.success(request, _("It is on the page of the event."))
        return redirect("event", uid=uid)
    return asked(request, form, event)


@require_http_methods(["GET", "POST"])
def give(request: SignedIn, uid: UUID) -> HttpResponse:
    """Give a part to somebody."""
    role = part_of(request, uid)
    form = GivePartForm(request.POST or None, by=request.user, initial={"person": role.person})
    if form.is_valid() and done_by_form(request, form, give_part, role=role, **form.given):
        messages.success(request, _("It is on the page of the event."))
        return redirect("event", uid=role.event.uid)
    return asked(request, form, role.event, role=role)


@require_POST
def take(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a part up oneself."""
    role = part_of(request, uid)
    done(request, take_part, _("Thank you: it is yours."), role=role)
    return redirect("event", uid=role.event.uid)


@require_POST
def hand_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Hand one's own part back."""
    role = part_of(request, uid)
    done(request, hand_part_back, _("It waits for somebody again."), role=role)
    return redirect("event", uid=role.event.uid)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a part off."""
    role = part_of(request, uid)
    done(request, strike_part, _("It is taken off."), role=role)
    return redirect("event", uid=role.event.uid)


def part_of(request: SignedIn, uid: UUID) -> EventRole:
    """A part that the account may see, with its event; 404 for any other."""
    return get_object_or_404(EventRole.objects.visible_to(request.user).select_related("event", "person"), uid=uid)


def asked(request: SignedIn, form: Any, event: Any, role: EventRole | None = None) -> HttpResponse:
    """The page that asks who does what."""
    context = {"event": event, "form": form, "role": role}
    return render(request, "events/part_form.html", context, status=422 if form.errors else 200)
