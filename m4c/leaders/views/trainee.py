"""Trainees of a session: recorded one after another, how they stood with the host organisation, a slip taken off."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.htmx import page_or_part
from m4c.events.models import Attendance
from m4c.leaders.forms import StandingForm, TraineeForm, usual_due_day
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.leaders.operations.trainee import record_trainee, remove_trainee
from m4c.leaders.operations.training import record_standing
from m4c.leaders.trainees import trainees_of
from m4c.leaders.views.training import seen
from m4c.people.forms.person_field import name_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LATEST = 8


@require_http_methods(["GET", "POST"])
def trainees(request: SignedIn, uid: UUID) -> HttpResponse:
    """Record one trainee; saved, the form is ready for the next, with the same day to be held by."""
    session = seen(request, uid)
    begin = {"due_on": due_day(request, session)}
    form = TraineeForm(request.POST or None, by=request.user, initial=begin)
    if form.is_valid() and done_by_form(request, form, record_trainee, session=session, trainee=form.trainee):
        name = name_of(form.cleaned_data["person"])
        messages.success(request, _("{name} is on record. Who is next?").format(name=name))
        if not request.htmx:
            return redirect("trainees", uid=uid)
        session, begin = seen(request, uid), {"due_on": form.cleaned_data["due_on"]}
        form = TraineeForm(by=request.user, initial=begin)
        form.fields["person"].widget.attrs["autofocus"] = True
    context = {"session": session, "event": session.event, "form": form, "latest": latest(request, session)}
    status = 422 if form.errors else 200
    return page_or_part(request, "leaders/trainees.html", context, part="trainee-desk", status=status)


@require_http_methods(["GET", "POST"])
def standing(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say whether a trainee was a member then, and when they joined afterwards."""
    attendance = seen_attendance(request, uid)
    session = get_object_or_404(TrainingSession.objects.visible_to(request.user), event=attendance.event_id)
    known = TraineeStanding.objects.visible_to(request.user).filter(attendance=attendance).first()
    begin = {"was_member": "yes" if known.was_member else "no", "joined_on": known.joined_on} if known else {}
    form = StandingForm(request.POST or None, initial=begin)
    given = form.cleaned_data if form.is_valid() else {}
    if given and done_by_form(request, form, record_standing, attendance=attendance, **given):
        messages.success(request, _("Written down."))
        return redirect("session", uid=session.uid)
    context = {"form": form, "attendance": attendance, "session": session}
    return render(request, "leaders/standing.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take somebody off who was recorded by mistake, with what they were said to have pledged there."""
    slip = seen_attendance(request, uid)
    session = get_object_or_404(TrainingSession.objects.visible_to(request.user), event=slip.event_id)
    done(request, remove_trainee, _("{name} is taken off.").format(name=slip.person), attendance=slip)
    return redirect("session", uid=session.uid)


def seen_attendance(request: SignedIn, uid: UUID) -> Attendance:
    """An attendance that the account may see; 404 for any other."""
    return get_object_or_404(Attendance.objects.visible_to(request.user).select_related("event", "person"), uid=uid)


def due_day(request: SignedIn, session: TrainingSession) -> Any:
    """The day by which the session's latest pledge is due that one may see, else the usual time from the session."""
    pledges = ConversationPledge.objects.visible_to(request.user).filter(session=session, due_on__isnull=False)
    latest_due = pledges.order_by("-pk").values_list("due_on", flat=True).first()
    return latest_due or usual_due_day(timezone.localdate(session.event.starts_at))


def latest(request: SignedIn, session: TrainingSession) -> Any:
    """The last few recorded whom the account may see."""
    found = Attendance.objects.visible_to(request.user).filter(event=session.event_id).select_related("person")
    return trainees_of(request.user, session, list(found.order_by("-pk")[:LATEST]))
