"""A step becomes an event: calling people out for it, and the leaflet to print."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from m4c.campaigns.ladder.forms import CallOutForm
from m4c.campaigns.ladder.leaflet import SIZES, leaflet_of
from m4c.campaigns.operations.step_event import call_out_step
from m4c.campaigns.views.ladder import step_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def call_out(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make an event of a step; asking people to it is the event's own."""
    found = step_of(request, uid)
    initial = {"title": found.name, "day": found.trigger_on, "details": found.what}
    form = CallOutForm(request.POST or None, by=request.user, initial=initial)
    if form.is_valid():
        given = {"step": found, "new": form.event(found), "at": timezone.now()}
        if done_by_form(request, form, call_out_step, **given):
            return redirect("ladder-step", uid=uid)
    context = {"step": found, "campaign": found.campaign, "form": form}
    return render(request, "campaigns/ladder_call_out.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def leaflet(request: SignedIn, uid: UUID) -> HttpResponse:
    """The leaflet of a step, on A5 or A4, with its imprint and a code that leads to the page for everybody."""
    found = step_of(request, uid)
    size = request.GET.get("size", "")
    size = size if size in SIZES else SIZES[0]
    context = {
        "step": found,
        "campaign": found.campaign,
        "leaflet": leaflet_of(found, request.user, timezone.localdate()),
        "size": size,
        "sizes": [(each, _("A5, half a sheet") if each == "a5" else _("A4, a whole sheet")) for each in SIZES],
    }
    return render(request, "campaigns/ladder_leaflet.html", context)
