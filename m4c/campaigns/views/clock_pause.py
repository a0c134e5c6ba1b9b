"""Pauses of the silence clock: the days of a campaign that do not count."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from m4c.campaigns.approaches.forms import DayForm, PauseForm
from m4c.campaigns.approaches.pauses import pre_election_periods
from m4c.campaigns.models import Campaign, ClockPause
from m4c.campaigns.operations.clock_pause import end_pause, pause_clock, strike_pause
from m4c.campaigns.permissions import RECORD_APPROACHES
from m4c.campaigns.views.campaign import campaign_of
from m4c.core.visibility import scopes_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LISTED = 50


@never_cache
@require_http_methods(["GET", "POST"])
def pauses(request: SignedIn, uid: UUID) -> HttpResponse:
    """Which days do not count in a campaign, and one more."""
    campaign = campaign_of(request, uid)
    form = PauseForm(request.POST or None, by=request.user, campaign=campaign)
    if form.is_valid():
        given: dict[str, Any] = {"campaign": campaign, "at": timezone.now(), **form.cleaned_data}
        if done_by_form(request, form, pause_clock, **given):
            return redirect("clock-pauses", uid=uid)
    rows = ClockPause.objects.visible_to(request.user).filter(campaign=campaign, struck_at=None)
    context = {
        "campaign": campaign,
        "pauses": rows.select_related("powerholder")[:LISTED],
        "periods": pre_election_periods(),
        "may_record": request.user.may(RECORD_APPROACHES, scopes_of(campaign)),
        "form": form,
        "today": timezone.localdate(),
    }
    return render(request, "campaigns/clock_pauses.html", context, status=422 if form.errors else 200)


@require_POST
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say which was its last day: today, unless told."""
    found, campaign = pause_of(request, uid)
    form = DayForm(request.POST)
    until = form.cleaned_data["until"] if form.is_valid() else timezone.localdate()
    done(request, end_pause, _("From the next day on, days count again."), pause=found, until=until)
    return redirect("clock-pauses", uid=campaign.uid)


@require_POST
def strike(request: SignedIn, uid: UUID) -> HttpResponse:
    """Strike one that was entered in error."""
    found, campaign = pause_of(request, uid)
    done(request, strike_pause, _("Struck: its days count."), pause=found, at=timezone.now())
    return redirect("clock-pauses", uid=campaign.uid)


def pause_of(request: SignedIn, uid: UUID) -> tuple[ClockPause, Campaign]:
    """A pause that the account sees, and its campaign; 404 for any other, and for one of a group without one."""
    rows = ClockPause.objects.visible_to(request.user).filter(struck_at=None, campaign__isnull=False)
    found: ClockPause = get_object_or_404(rows.select_related("campaign"), uid=uid)
    assert found.campaign
    return found, found.campaign
