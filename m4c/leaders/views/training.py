"""Training sessions: the list, one session with who was trained and what they pledged, and writing one up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.htmx import page_or_part
from m4c.core.pages import page_of
from m4c.core.visibility import scopes_of
from m4c.events.models import Attendance
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.events.views.event import chosen_group
from m4c.leaders.forms import EditSessionForm, FindSessionsForm, SessionForm
from m4c.leaders.models import TrainingSession
from m4c.leaders.models.training_session import TrainingSessionQuerySet
from m4c.leaders.operations.training import edit_session, record_session
from m4c.leaders.permissions import RECORD_TRAINING
from m4c.leaders.trainees import trainees_of
from m4c.people.models import Account, Person
from m4c.people.narrowing import asked, filter_chip, kept_group
from m4c.people.permissions import OPEN_RECORDS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form

TRAINEES = 50


@require_safe
def training(request: SignedIn) -> HttpResponse:
    """The sessions one may see, the latest first."""
    form = FindSessionsForm(asked(request), by=request.user)
    found = TrainingSession.objects.visible_to(request.user).with_trained(request.user)
    group = form.chosen("group")
    if group:
        found = found.of_group(group)
    if kind := form.chosen("kind"):
        found = found.filter(kind=kind)
    page = page_of(
        found.select_related("event__group", "programme").latest_first(),
        request.GET,
        after=TrainingSessionQuerySet.earlier_than,
        before=TrainingSessionQuerySet.later_than,
        kept={**kept_group(request, group), "kind": kind or None},
    )
    context = {
        "form": form,
        "page": page,
        "filter_chip": filter_chip(request, group),
        "is_filtered": bool(group or kind),
        "may_record": request.user.may_somewhere(RECORD_TRAINING),
    }
    return page_or_part(request, "leaders/training.html", context, part="session-list")


@require_safe
def session(request: SignedIn, uid: UUID) -> HttpResponse:
    """One session: its facts, and of each trainee what one may see."""
    shown = seen(request, uid)
    attendances = Attendance.objects.visible_to(request.user).present().filter(event=shown.event_id)
    page = page_of(
        attendances.select_related("person").by_name(),
        request.GET,
        after=AttendanceQuerySet.after,
        before=AttendanceQuerySet.before,
        size=TRAINEES,
    )
    context = {
        "session": shown,
        "event": shown.event,
        "rights": rights_over(request.user, shown),
        "trainers": Person.objects.visible_to(request.user).filter(pk__in=shown.trainers.values("pk")),
        "page": page,
        "trainees": trainees_of(request.user, shown, page.rows),
    }
    return page_or_part(request, "leaders/session.html", context, part="trainee-list")


@require_http_methods(["GET", "POST"])
def record(request: SignedIn) -> HttpResponse:
    """Write up a session, and go on to who was trained."""
    form = SessionForm(request.POST or None, by=request.user, initial=chosen_group(request))
    if form.is_valid() and (recorded := done_by_form(request, form, record_session, **form.given)):
        messages.success(request, _("The session is on record. Who was there?"))
        return redirect("trainees", uid=recorded.uid)
    return render(request, "leaders/session_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit(request: SignedIn, uid: UUID) -> HttpResponse:
    """Change a session's kind, programme or partner body."""
    shown = seen(request, uid)
    form = EditSessionForm(request.POST or None, by=request.user, session=shown)
    if form.is_valid() and done_by_form(request, form, edit_session, session=shown, values=form.cleaned_data):
        messages.success(request, _("Changed."))
        return redirect("session", uid=uid)
    context = {"form": form, "session": shown}
    return render(request, "leaders/session_form.html", context, status=422 if form.errors else 200)


def seen(request: SignedIn, uid: UUID) -> TrainingSession:
    """A session that the account may see, with how many were trained; 404 for any other."""
    found = TrainingSession.objects.visible_to(request.user).with_trained(request.user)
    return get_object_or_404(found.select_related("event__group", "programme", "partner"), uid=uid)


def rights_over(account: Account, shown: TrainingSession) -> dict[str, Any]:
    """What the account may do with a session, asked once."""
    scopes = scopes_of(shown)
    return {
        "record": account.may(RECORD_TRAINING, scopes) and not shown.event.is_called_off,
        "see_all": account.may(SEE_ATTENDANCE, scopes),
        "open_people": account.may_somewhere(OPEN_RECORDS),
        "is_ahead": shown.event.is_after(timezone.localdate()),
    }
