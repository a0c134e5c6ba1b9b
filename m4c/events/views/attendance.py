"""Who came: one person after another, quickly, and a slip taken back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from m4c.core.htmx import page_or_part
from m4c.core.visibility import scopes_of
from m4c.events.forms import AttendanceForm
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance, remove_attendance
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.events.views.event import seen
from m4c.people.forms.person_field import name_of
from m4c.people.naming import person_named
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form

LATEST = 8


@require_http_methods(["GET", "POST"])
def attendance(request: SignedIn, uid: UUID) -> HttpResponse:
    """Record somebody at an event; saved, the form is ready for the next. A link may bring along who."""
    event, today = seen(request, uid), timezone.localdate()
    person = person_named(request.user, request.GET.get("who", ""))
    begun = {"person": person} if person else {}
    form = AttendanceForm(request.POST or None, by=request.user, event=event, on=today, initial=begun)
    given = form.cleaned_data if form.is_valid() else {}
    if given and (recorded := done_by_form(request, form, record_attendance, event=event, **given)):
        name, state = name_of(given["person"]), recorded.get_state_display()
        messages.success(request, _("{name}: {state}. Who is next?").format(name=name, state=state))
        if not request.htmx:
            return redirect("attendance", uid=uid)
        event, form = seen(request, uid), AttendanceForm(by=request.user, event=event, on=today)
        form.fields["person"].widget.attrs["autofocus"] = True
    context = {"event": event, "form": form, "is_ahead": event.is_after(today), "latest": latest(request, event)}
    context["sees_all"] = request.user.may(SEE_ATTENDANCE, scopes_of(event))
    status = 422 if form.errors else 200
    return page_or_part(request, "events/attendance.html", context, part="attendance-desk", status=status)


@require_POST
def remove(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take back an attendance recorded by mistake."""
    attendances = Attendance.objects.visible_to(request.user).select_related("event", "person")
    slip = get_object_or_404(attendances, uid=uid)
    done(request, remove_attendance, _("{name} is taken off.").format(name=slip.person), attendance=slip)
    return redirect("event", uid=slip.event.uid)


def latest(request: SignedIn, event: Event) -> Any:
    """The last few recorded whom the account may see."""
    found = Attendance.objects.visible_to(request.user).filter(event=event).select_related("person")
    return found.order_by("-pk")[:LATEST]
