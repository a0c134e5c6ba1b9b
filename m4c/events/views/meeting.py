"""A meeting: its agenda, what was said and decided, its jobs, its minutes, and all of it on paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.visibility import scopes_of
from m4c.events.forms.meeting import ApprovalForm, DecisionForm, ItemForm, ItemNotesForm, JobForm
from m4c.events.meetings.page import meeting_of
from m4c.events.models import AgendaItem, Decision, Event, Minutes
from m4c.events.operations import agenda as on_agenda
from m4c.events.operations import job as on_jobs
from m4c.events.operations import minutes as on_minutes
from m4c.events.permissions import GIVE_JOBS, KEEP_MINUTES, TAKE_JOBS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

PRESSES = {"up", "down", "settled", "open", "off"}


@never_cache
@require_safe
def meeting(request: SignedIn, uid: UUID) -> HttpResponse:
    """What the meeting talks about, decides and gives out, with what the last one left."""
    return shown(request, meeting_event(request, uid))


def shown(request: SignedIn, event: Event, status: int = 200, **forms: Any) -> HttpResponse:
    """The meeting's page, with those forms that were refused as they came."""
    account, scopes = request.user, scopes_of(event)
    may_keep = account.may(KEEP_MINUTES, scopes)
    blank = {
        "item_form": ItemForm(),
        "decision_form": DecisionForm(by=account, event=event, prefix="decision"),
        "job_form": JobForm(by=account, prefix="job"),
        "approval_form": ApprovalForm(),
    }
    context = {
        "event": event,
        "meeting": meeting_of(account, event),
        "is_ahead": event.starts_at > timezone.now(),
        "may_keep": may_keep,
        "may_give": account.may(GIVE_JOBS, scopes),
        "may_take": account.may(TAKE_JOBS, scopes),
        "own_person": account.person_id,
        "today": timezone.localdate(),
    }
    return render(request, "events/meeting.html", context | (blank if may_keep else {}) | forms, status=status)


@require_safe
def paper(request: SignedIn, uid: UUID) -> HttpResponse:
    """The agenda before the meeting, the minutes after it, in large print."""
    event = meeting_event(request, uid)
    is_ahead = event.starts_at > timezone.now()
    context = {"event": event, "meeting": meeting_of(request.user, event), "is_ahead": is_ahead}
    return render(request, "events/meeting_paper.html", context)


@require_POST
def bring_forward(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put on the agenda what stayed open last time."""
    event = meeting_event(request, uid)
    brought = done(request, on_agenda.bring_forward, event=event)
    if brought is not None:
        messages.success(request, _("What stayed open is on the agenda.") if brought else _("Nothing new stayed open."))
    return redirect("meeting", uid=uid)


@require_POST
def add_item(request: SignedIn, uid: UUID) -> HttpResponse:
    """Put something on the agenda."""
    event, form = meeting_event(request, uid), ItemForm(request.POST)
    if form.is_valid() and done_by_form(request, form, on_agenda.put_on_agenda, event=event, **form.cleaned_data):
        return redirect("meeting", uid=uid)
    return shown(request, event, 422, item_form=form)


@never_cache
@require_http_methods(["GET", "POST"])
def item(request: SignedIn, uid: UUID) -> HttpResponse:
    """One item: what it is, how long, and what was said about it."""
    found = item_of(request, uid)
    initial = {"title": found.title, "minutes": found.minutes, "notes": found.notes}
    form = ItemNotesForm(request.POST or None, initial=initial)
    if form.is_valid() and done_by_form(request, form, on_agenda.change_item, item=found, **form.cleaned_data):
        messages.success(request, _("Written down."))
        return redirect("meeting", uid=found.event.uid)
    context = {"item": found, "event": found.event, "form": form}
    return render(request, "events/agenda_item.html", context, status=422 if form.errors else 200)


@require_POST
def press_item(request: SignedIn, uid: UUID, press: str) -> HttpResponse:
    """Move an item up or down, settle it or leave it open, or take it off."""
    found = item_of(request, uid)
    if press not in PRESSES:
        raise Http404
    if press in ("up", "down"):
        done(request, on_agenda.move_item, item=found, up=press == "up")
    elif press == "off":
        done(request, on_agenda.take_off_agenda, _("It is off the agenda."), item=found)
    else:
        done(request, on_agenda.settle_item, item=found, at=timezone.now() if press == "settled" else None)
    return redirect("meeting", uid=found.event.uid)


@require_POST
def decide(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down a decision."""
    event = meeting_event(request, uid)
    form = DecisionForm(request.POST, by=request.user, event=event, prefix="decision")
    if form.is_valid() and done_by_form(request, form, on_minutes.write_decision, event=event, **form.cleaned_data):
        return redirect("meeting", uid=uid)
    return shown(request, event, 422, decision_form=form)


@require_POST
def take_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a decision out of the minutes."""
    rows = Decision.objects.visible_to(request.user).select_related("event")
    found = get_object_or_404(rows, uid=uid)
    done(request, on_minutes.take_decision_back, _("Taken out."), decision=found)
    return redirect("meeting", uid=found.event.uid)


@require_POST
def give_job(request: SignedIn, uid: UUID) -> HttpResponse:
    """Give out a job at the meeting."""
    event, form = meeting_event(request, uid), JobForm(request.POST, by=request.user, prefix="job")
    given = {"group": event.group, "event": event, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, on_jobs.give_job, **given, **form.cleaned_data):
        return redirect("meeting", uid=uid)
    return shown(request, event, 422, job_form=form)


@require_POST
def finish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that the minutes are ready."""
    event = meeting_event(request, uid)
    sentence = _("The minutes are ready. The next meeting approves them.")
    done(request, on_minutes.finish_minutes, sentence, event=event, at=timezone.now())
    return redirect("meeting", uid=uid)


@require_POST
def approve(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say that this meeting approved the minutes of the one before."""
    event, form = meeting_event(request, uid), ApprovalForm(request.POST)
    before = meeting_of(request.user, event).before
    minutes = get_object_or_404(Minutes.objects.visible_to(request.user).select_related("event"), event=before)
    given = {"minutes": minutes, "at_event": event, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, on_minutes.approve_minutes, **given, **form.cleaned_data):
        messages.success(request, _("Approved."))
        return redirect("meeting", uid=uid)
    return shown(request, event, 422, approval_form=form)


def meeting_event(request: SignedIn, uid: UUID) -> Event:
    """An event that the account sees, with its group; 404 for any other."""
    found: Event = get_object_or_404(Event.objects.visible_to(request.user).select_related("group"), uid=uid)
    return found


def item_of(request: SignedIn, uid: UUID) -> AgendaItem:
    """An item of an agenda that the account sees; 404 for any other."""
    rows = AgendaItem.objects.visible_to(request.user).select_related("event__group")
    found: AgendaItem = get_object_or_404(rows, uid=uid)
    return found
