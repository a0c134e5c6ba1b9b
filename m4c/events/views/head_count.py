"""How many were there, and who says so."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from m4c.events.forms import HeadCountForm
from m4c.events.operations.event import count_heads
from m4c.events.views.event import seen
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@require_http_methods(["GET", "POST"])
def head_count(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down a figure; another source's stands beside it."""
    event = seen(request, uid)
    form = HeadCountForm(request.POST or None)
    if form.is_valid() and done_by_form(request, form, count_heads, event=event, **form.cleaned_data):
        messages.success(request, _("The figure is written down."))
        return redirect("event", uid=uid)
    context = {"event": event, "form": form}
    return render(request, "events/head_count.html", context, status=422 if form.errors else 200)
