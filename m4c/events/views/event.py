"""Events: what is coming and what has been, one event's page, and planning, changing and calling off."""

from datetime import time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.validators import slug_re
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import Page, page_of
from m4c.core.panels import draw
from m4c.core.visibility import scopes_of
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.event_timeline import event_timeline
from m4c.events.forms import EventForm, FindEventsForm, at
from m4c.events.models import Attendance, Event, HeadCount
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.events.models.event import EventQuerySet
from m4c.events.operations.event import call_off_event, edit_event, plan_event, put_event_back
from m4c.events.permissions import PLAN_EVENTS, RECORD_ATTENDANCE, SEE_ATTENDANCE
from m4c.people.models import Account, Group
from m4c.people.naming import names_of
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.permissions import OPEN_RECORDS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

COMING, PAST = "coming", "past"


@require_safe
def events(request: SignedIn) -> HttpResponse:
    """What is coming, the nearest first, and below it what has been; each with its own pages."""
    form = FindEventsForm(asked(request), by=request.user)
    found = Event.objects.visible_to(request.user).with_place(request.user).select_related("group")
    if group := form.chosen("group"):
        found = found.of_group(group)
    kind = form.chosen("kind")
    found = found.filter(kind=kind) if kind else found.without_house_meetings(request.user)
    only, today = request.GET.get("when"), at(timezone.localdate(), time.min)
    kept = {**kept_group(request, group), "kind": kind or None}
    may_plan = request.user.may_somewhere(PLAN_EVENTS)
    context: dict[str, Any] = {"form": form, "is_filtered": bool(group or kind), "may_plan": may_plan}
    context["filter_chip"] = filter_chip(request, group)
    if only != PAST:
        context["coming"] = listed(found.coming(today), request, COMING, kept)
    if only != COMING:
        context["past"] = listed(found.past(today), request, PAST, kept)
    return page_or_part(request, "events/events.html", context, part="events-list")


def listed(found: Any, request: SignedIn, when: str, kept: dict[str, str | None]) -> Page[Event]:
    """A page of coming or past events, whose addresses lead on in the same list."""
    sides = EventQuerySet.later_than, EventQuerySet.earlier_than
    after, before = sides if when == COMING else reversed(sides)
    return page_of(found, request.GET, after=after, before=before, kept=kept | {"when": when})


@require_safe
def event(request: SignedIn, uid: UUID) -> HttpResponse:
    """One event: when and where, who came as far as one may see, how many, and what belongs to it."""
    shown = seen(request, uid)
    rights = rights_over(request.user, shown)
    people = Attendance.objects.visible_to(request.user).filter(event=shown).select_related("person").by_name()
    page = page_of(people, request.GET, after=AttendanceQuerySet.after, before=AttendanceQuerySet.before, size=50)
    names = names_of(request.user, [attendance.brought_by_id for attendance in page.rows])
    context = {
        "event": shown,
        "rights": rights,
        "is_ahead": shown.is_after(timezone.localdate()),
        "page": page,
        "attendances": [(attendance, names.get(attendance.brought_by_id)) for attendance in page.rows],
        "head_counts": HeadCount.objects.visible_to(request.user).filter(event=shown),
        "panels": draw(EVENT_PANELS, request.user, shown),
        "timeline": event_timeline(request.user, shown),
    }
    return page_or_part(request, "events/event.html", context, part="attendance-list")


@require_http_methods(["GET", "POST"])
def plan(request: SignedIn) -> HttpResponse:
    """Put an event in the calendar, or write up one that was."""
    form = EventForm(request.POST or None, by=request.user, initial=chosen_group(request))
    if form.is_valid() and (planned := done_by_form(request, form, plan_event, **form.given)):
        messages.success(request, _("“{event}” is in the calendar.").format(event=planned))
        return redirect("event", uid=planned.uid)
    return render(request, "events/event_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Change an event's title, time, place, or who may see it."""
    shown = seen(request, uid)
    form = EventForm.of(shown, request.POST or None, by=request.user)
    if form.is_valid() and done_by_form(request, form, edit_event, event=shown, values=form.values):
        messages.success(request, _("Changed."))
        return redirect("event", uid=uid)
    context = {"form": form, "event": shown}
    return render(request, "events/event_form.html", context, status=422 if form.errors else 200)


@require_POST
def call_off(request: SignedIn, uid: UUID) -> HttpResponse:
    """Call an event off."""
    done(
        request, call_off_event, _("It is called off, and counts nowhere."), event=seen(request, uid), at=timezone.now()
    )
    return redirect("event", uid=uid)


@require_POST
def put_back(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back the calling off."""
    done(request, put_event_back, _("It is on again."), event=seen(request, uid))
    return redirect("event", uid=uid)


def seen(request: SignedIn, uid: UUID) -> Event:
    """An event that the account may see, with its group and turnout; 404 for any other."""
    found = Event.objects.visible_to(request.user).with_turnout(request.user).with_place(request.user)
    return get_object_or_404(found.select_related("group"), uid=uid)


def rights_over(account: Account, shown: Event) -> dict[str, bool]:
    """What the account may do with an event, asked once."""
    scopes = scopes_of(shown)
    may_record = account.may(RECORD_ATTENDANCE, scopes) and not shown.is_called_off
    return {
        "plan": account.may(PLAN_EVENTS, scopes),
        "record": may_record,
        # Who was trained is taken down at the session's own desk, with what they pledge.
        "take_down": may_record and shown.kind != Event.Kind.TRAINING,
        "see_all": account.may(SEE_ATTENDANCE, scopes),
        "open_people": account.may_somewhere(OPEN_RECORDS),
    }


def chosen_group(request: SignedIn) -> dict[str, str]:
    """The group that a link from its page brings along, as the start of a form."""
    slug = request.GET.get("group", "")
    is_group = slug_re.match(slug) and Group.objects.visible_to(request.user).filter(slug=slug).exists()
    return {"group": slug} if is_group else {}
