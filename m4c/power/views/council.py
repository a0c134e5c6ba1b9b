"""Councils: who controls each on a day, and one of them with its seats; saying who controls it by a source."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from m4c.core.pages import page_of
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form
from m4c.power.loading.control import controls, worked_out
from m4c.power.loading.forms import ControlForm, asked
from m4c.power.loading.sitting import seats_of_body
from m4c.power.models import CouncilControl, Institution
from m4c.power.operations.council_control import say_control
from m4c.power.permissions import RECORD_POWER
from m4c.power.views.filled import Sheet, shown
from m4c.power.views.tabs import tabs


@require_safe
def councils(request: SignedIn) -> HttpResponse:
    """Every council on record, and who controls it on a day."""
    form, day = asked(request.GET, timezone.localdate())
    found = Institution.objects.visible_to(request.user).filter(
        Q(ended_on=None) | Q(ended_on__gt=day), kind=Institution.Kind.COUNCIL
    )
    page = page_of(
        found.order_by("name", "pk"),
        request.GET,
        after=lambda rows, row: rows.filter(Q(name__gt=row.name) | Q(name=row.name, pk__gt=row.pk)),
        before=lambda rows, row: rows.filter(Q(name__lt=row.name) | Q(name=row.name, pk__lt=row.pk)),
        kept={"on": request.GET.get("on")},
    )
    control = controls(request.user, page.rows, day)
    rows = [(body, control[body.pk]) for body in page.rows]
    context = {"rows": rows, "page": page, "form": form, "day": day, "tabs": tabs(request.user, "councils")}
    return render(request, "power/councils.html", context)


@require_safe
def council(request: SignedIn, uid: UUID) -> HttpResponse:
    """One council on a day: who controls it, its seats and who holds them, and who controlled it before."""
    body, (form, day) = seen(request, uid), asked(request.GET, timezone.localdate())
    control = controls(request.user, [body], day)[body.pk]
    said = CouncilControl.objects.visible_to(request.user).filter(institution=body)
    context = {
        "council": body,
        "form": form,
        "day": day,
        "today": timezone.localdate(),
        "control": control,
        "worked_out": worked_out(control),
        "seats": seats_of_body(request.user, body, day),
        "said": said,
        "may_record": request.user.may_somewhere(RECORD_POWER),
    }
    return render(request, "power/council.html", context)


@require_http_methods(["GET", "POST"])
def say(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say who controls a council, by a source."""
    body, form = seen(request, uid), ControlForm(request.POST or None)
    back = reverse("council", kwargs={"uid": uid})
    if form.is_valid() and done_by_form(request, form, say_control, institution=body, new=form.new):
        messages.success(request, _("Written down. It stands before what is worked out from the seats."))
        return redirect(back)
    return shown(request, form, Sheet(_("Who controls it?"), back, body.name))


def seen(request: SignedIn, uid: UUID) -> Institution:
    """The council, or 404."""
    bodies = Institution.objects.visible_to(request.user).filter(kind=Institution.Kind.COUNCIL)
    return get_object_or_404(bodies, uid=uid)
