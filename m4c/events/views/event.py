"""Events: what is coming and what has been, and one event's page."""

from datetime import time
from typing import Any
from uuid import UUID

from django.core.validators import slug_re
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import SIZE, page_read
from m4c.core.panels import draw
from m4c.core.prepared import prepared
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.events import attended
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.event_timeline import event_timeline, head_counts
from m4c.events.forms import FindEventsForm, at
from m4c.events.in_time import EventsInTime
from m4c.events.models import Event
from m4c.events.permissions import PLAN_EVENTS, RECORD_ATTENDANCE, SEE_ATTENDANCE, SEE_EVENTS
from m4c.events.planning.event_page import plan_of
from m4c.people.models import Account, Group
from m4c.people.naming import names_of
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.permissions import OPEN_RECORDS
from m4c.people.requests import SignedIn

COMING, PAST = "coming", "past"


@require_safe
def events(request: SignedIn) -> HttpResponse:
    """What is coming, the nearest first, and below it what has been; each with its own pages."""
    form = FindEventsForm(asked(request), by=request.user)
    group, kind, only = form.chosen("group"), form.chosen("kind") or None, request.GET.get("when")
    kept = {**kept_group(request, group), "kind": kind}
    coming, past = (
        EventsInTime(request.user, group, kind, at(timezone.localdate(), time.min), is_past)
        for is_past in (False, True)
    )
    may_plan = request.user.may_somewhere(PLAN_EVENTS)
    context: dict[str, Any] = {"form": form, "is_filtered": bool(group or kind), "may_plan": may_plan}
    context["filter_chip"] = filter_chip(request, group)
    if only != PAST:
        context["coming"] = page_read(coming, request.GET, kept=kept | {"when": COMING}, size=SIZE)
    if only != COMING:
        context["past"] = page_read(past, request.GET, kept=kept | {"when": PAST}, size=SIZE)
    return page_or_part(request, "events/events.html", context, part="events-list")


@require_safe
def event(request: SignedIn, uid: UUID) -> HttpResponse:
    """One event: when, where, who does what, who came as far as one may see, how many, and what belongs to it."""
    shown = seen(request, uid)
    keep_scopes(shown)
    rights = rights_over(request.user, shown)
    page = page_read(attended.Attended(request.user, shown.pk), request.GET, kept=None, size=attended.SIZE)
    names = names_of(request.user, [shown.contact_id, *(attendance.brought_by_id for attendance in page.rows)])
    context = {
        "event": shown,
        "rights": rights,
        "plan": plan_of(request.user, shown),
        "contact": names.get(shown.contact_id),
        "is_ahead": shown.is_after(timezone.localdate()),
        "has_begun": shown.starts_at <= timezone.now(),
        "page": page,
        "attendances": [(attendance, names.get(attendance.brought_by_id)) for attendance in page.rows],
        "head_counts": head_counts(request.user, shown.pk),
        "panels": draw(EVENT_PANELS, request.user, shown),
        "timeline": event_timeline(request.user, shown),
    }
    return page_or_part(request, "events/event.html", context, part="attendance-list")


def seen(request: SignedIn, uid: UUID) -> Event:
    """An event that the account may see, with its group and turnout; 404 for any other."""
    found = with_turnout(request.user, uid)
    if not found:
        raise Http404
    return found[0]


@prepared
def with_turnout(account: Account, uid: UUID) -> QuerySet[Event]:
    """The event of this uid, if the account sees it."""
    found = Event.objects.visible_to(account).with_turnout(account).with_place(account)
    return found.select_related("group", "series").filter(uid=uid)


def rights_over(account: Account, shown: Event) -> dict[str, bool]:
    """What the account may do with an event, asked once."""
    scopes = scopes_of(shown)
    may_record = account.may(RECORD_ATTENDANCE, scopes) and not shown.is_called_off
    return {
        "plan": account.may(PLAN_EVENTS, scopes),
        "record": may_record,
        # Who was trained is taken down at the session's own desk, with what they pledge.
        "take_down": may_record and shown.kind != Event.Kind.TRAINING,
        "belongs": account.may(SEE_EVENTS, scopes),
        "see_all": account.may(SEE_ATTENDANCE, scopes),
        "open_people": account.may_somewhere(OPEN_RECORDS),
    }


def chosen_group(request: SignedIn) -> dict[str, str]:
    """The group that a link from its page brings along, as the start of a form."""
    slug = request.GET.get("group", "")
    is_group = slug_re.match(slug) and Group.objects.visible_to(request.user).filter(slug=slug).exists()
    return {"group": slug} if is_group else {}
