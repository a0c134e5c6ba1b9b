"""Planning events: a new one, a change, the same on another day, somebody else's meeting, calling off, putting back."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.htmx import page_or_part
from m4c.events.forms import EventForm
from m4c.events.forms.planning import AnotherDayForm, CallOffForm, OutsideHostForm
from m4c.events.models import Event, OutsideHost
from m4c.events.operations.cloning import clone_event
from m4c.events.operations.event import call_off_event, edit_event, plan_event, put_event_back
from m4c.events.operations.outside_host import say_whose_meeting
from m4c.events.planning.days_near import days_near
from m4c.events.views.event import chosen_group, seen
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LOOK = "look"  # the button that shows what is near a day, and saves nothing


@require_http_methods(["GET", "POST"])
def plan(request: SignedIn) -> HttpResponse:
    """Put an event in the calendar, or write up one that was."""
    begun = chosen_group(request) | ({"day": day} if (day := chosen_day(request)) else {})
    form = EventForm(request.POST or None, by=request.user, initial=begun)
    if is_sent(request, form) and (planned := done_by_form(request, form, plan_event, **form.given)):
        messages.success(request, _("“{event}” is in the calendar.").format(event=planned))
        return redirect("whose-meeting" if planned.kind == Event.Kind.OTHERS else "event", uid=planned.uid)
    return answer(request, form, {})


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Change what is planned."""
    shown = seen(request, uid)
    form = EventForm.of(shown, request.POST or None, by=request.user)
    if is_sent(request, form) and done_by_form(request, form, edit_event, event=shown, values=form.values):
        messages.success(request, _("Changed."))
        return redirect("event", uid=uid)
    return answer(request, form, {"event": shown})


@require_http_methods(["GET", "POST"])
def another_day(request: SignedIn, uid: UUID) -> HttpResponse:
    """Plan the same on another day; then it can be changed."""
    shown = seen(request, uid)
    form = AnotherDayForm(request.POST or None)
    given = form.cleaned_data if is_sent(request, form) else {}
    if given and (again := done_by_form(request, form, clone_event, event=shown, **given)):
        messages.success(request, _("It is in the calendar once more. Change what is different this time."))
        return redirect("edit-event", uid=again.uid)
    context = {"event": shown, "form": form, "near": near(request, form)}
    status = 422 if form.errors else 200
    return page_or_part(request, "events/another_day.html", context, part="days-near", status=status)


@require_http_methods(["GET", "POST"])
def whose_meeting(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who holds somebody else's meeting, who chairs it and who sits on its panel."""
    shown = seen(request, uid)
    host = OutsideHost.objects.visible_to(request.user).filter(event=shown).first()
    known = {"body": host.body, "chair": host.chair, "panel": host.panel} if host else {}
    form = OutsideHostForm(request.POST or None, by=request.user, initial=known)
    if form.is_valid() and done_by_form(request, form, say_whose_meeting, event=shown, **form.cleaned_data):
        messages.success(request, _("It is written down whose meeting it is."))
        return redirect("event", uid=uid)
    context = {"event": shown, "form": form}
    return render(request, "events/whose_meeting.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def call_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """Call an event off, and say why."""
    shown, now = seen(request, uid), timezone.now()
    form = CallOffForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and done_by_form(request, form, call_off_event, event=shown, at=now, **form.cleaned_data):
        messages.success(request, _("It is called off, and counts nowhere."))
        return redirect("event", uid=uid)
    context = {"event": shown, "form": form}
    return render(request, "events/call_off.html", context, status=422 if form.errors else 200)


@require_POST
def put_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back the calling off."""
    done(request, put_event_back, _("It is on again."), event=seen(request, uid))
    return redirect("event", uid=uid)


def is_sent(request: SignedIn, form: Any) -> bool:
    """Whether a form is to be saved: not where its day alone is looked at, which finds no fault with the rest."""
    if LOOK in request.POST:
        form.errors.clear()
        return False
    return bool(form.is_valid())


def answer(request: SignedIn, form: EventForm, context: dict[str, Any]) -> HttpResponse:
    """The page of the form, or only what is near the day that was chosen on it."""
    context |= {"form": form, "near": near(request, form)}
    status = 422 if form.errors else 200
    return page_or_part(request, "events/event_form.html", context, part="days-near", status=status)


def near(request: SignedIn, form: Any) -> Any:
    """What is near the day that stands on a form or in the address."""
    day = chosen_day(request) or form["day"].value()
    day = parse(day) if isinstance(day, str) else day
    return days_near(day) if day else None


def chosen_day(request: SignedIn) -> date | None:
    """The day that a link or the form brings along."""
    return parse(request.GET.get("day", ""))


def parse(text: str) -> date | None:
    """A day as browsers write it; None for anything else."""
    try:
        return parse_date(text)
    except ValueError:
        return None
