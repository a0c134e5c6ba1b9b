"""Series in the workspace: what comes back, its next days, and what a person decides of each."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.visibility import scopes_of
from m4c.events.forms.series import ConfirmDayForm, EndSeriesForm, SeriesForm, WhyForm
from m4c.events.models import Series
from m4c.events.operations.series import (
    change_series,
    confirm_day,
    end_series,
    leave_out,
    start_series,
    take_in_again,
)
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.planning.clock import said_of_clock
from m4c.events.planning.series_page import days_shown, taken_over, told_when
from m4c.events.views.event import chosen_group
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

MOST = 100


@require_safe
def all_series(request: SignedIn) -> HttpResponse:
    """What comes back in one's groups."""
    found = Series.objects.visible_to(request.user).running().select_related("group")[:MOST]
    context = {
        "found": [(series, told_when(series)) for series in found],
        "may_plan": request.user.may_somewhere(PLAN_EVENTS),
    }
    return render(request, "events/all_series.html", context)


@require_http_methods(["GET", "POST"])
def start(request: SignedIn) -> HttpResponse:
    """Let something come back."""
    form = SeriesForm(request.POST or None, by=request.user, initial=chosen_group(request))
    if form.is_valid():
        started = done_by_form(request, form, start_series, today=timezone.localdate(), **form.given)
        if started:
            messages.success(request, _("“{series}” comes back.").format(series=started))
            return redirect("series", uid=started.uid)
    return asked(request, form, {"is_new": True})


@require_safe
def series(request: SignedIn, uid: UUID) -> HttpResponse:
    """One series: when it comes back, and its days around today."""
    shown = seen(request, uid)
    context = {
        "series": shown,
        "when": told_when(shown),
        "plan": taken_over(request.user, shown),
        "days": days_shown(request.user, shown, timezone.localdate()),
        "may_plan": request.user.may(PLAN_EVENTS, scopes_of(shown)),
    }
    return render(request, "events/series.html", context)


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, uid: UUID) -> HttpResponse:
    """Change what comes back; its coming events follow."""
    shown, today = seen(request, uid), timezone.localdate()
    form = SeriesForm.of(shown, request.POST or None, by=request.user)
    if form.is_valid() and done_by_form(
        request, form, change_series, series=shown, values=form.cleaned_data, today=today
    ):
        messages.success(request, _("Changed, with the events to come that had not been changed alone."))
        return redirect("series", uid=uid)
    return asked(request, form, {"series": shown})


@require_http_methods(["GET", "POST"])
def leave_day_out(request: SignedIn, uid: UUID, day: str) -> HttpResponse:
    """Leave a day out, and say why."""
    shown, on = seen(request, uid), day_of(day)
    form = WhyForm(request.POST if request.method == "POST" else None)
    given = {"series": shown, "day": on, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, leave_out, **given, **form.cleaned_data):
        messages.success(request, _("That day is left out."))
        return redirect("series", uid=uid)
    return asked(request, form, {"series": shown, "day": on, "leaves_out": True})


@require_POST
def take_day_in(request: SignedIn, uid: UUID, day: str) -> HttpResponse:
    """Take back that a day was left out."""
    given = {"series": seen(request, uid), "day": day_of(day), "today": timezone.localdate()}
    done(request, take_in_again, _("That day is in again."), **given)
    return redirect("series", uid=uid)


@require_http_methods(["GET", "POST"])
def confirm(request: SignedIn, uid: UUID, day: str) -> HttpResponse:
    """Confirm a day that a faith's calendar proposes, or say on which day it is kept."""
    shown, on = seen(request, uid), day_of(day)
    form = ConfirmDayForm(request.POST or None, initial={"on": on})
    given = {"series": shown, "day": on, "at": timezone.now()}
    if form.is_valid() and (event := done_by_form(request, form, confirm_day, **given, **form.cleaned_data)):
        said = said_of_clock(timezone.localdate(event.starts_at), shown.starts)
        messages.success(request, " ".join([_("“{event}” is in the calendar.").format(event=event), said]).strip())
        return redirect("series", uid=uid)
    return asked(
        request, form, {"series": shown, "day": on, "confirms": True, "said_of_clock": said_of_clock(on, shown.starts)}
    )


@require_http_methods(["GET", "POST"])
def end(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let a series come back no more."""
    shown = seen(request, uid)
    form = EndSeriesForm(request.POST or None, initial={"on": timezone.localdate()})
    given = {"series": shown, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, end_series, **given, **form.cleaned_data):
        messages.success(request, _("It comes back no more."))
        return redirect("series", uid=uid)
    return asked(request, form, {"series": shown, "ends": True})


def seen(request: SignedIn, uid: UUID) -> Series:
    """A series that the account may see; 404 for any other."""
    return get_object_or_404(Series.objects.visible_to(request.user).select_related("group"), uid=uid)


def day_of(text: str) -> date:
    """The day in an address. Raises Http404 for none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def asked(request: SignedIn, form: Any, context: dict[str, Any]) -> HttpResponse:
    """The page that asks."""
    return render(request, "events/series_form.html", context | {"form": form}, status=422 if form.errors else 200)
