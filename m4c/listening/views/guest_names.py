"""Whom a host asks to a house meeting: names of their own list, which nobody else sees, fifty for ten to fifteen."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from m4c.events.models import NameAtEvent
from m4c.listening.operations.guest_names import ask_names
from m4c.listening.rounds.forms import GuestNamesForm
from m4c.listening.rounds.guests import on_the_list
from m4c.listening.rounds.meeting_page import NAMES_NEEDED
from m4c.listening.views.house_meeting import may_change, seen
from m4c.people.models import NameOnList
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def guest_names(request: SignedIn, uid: UUID) -> HttpResponse:
    """The names that are asked, those of one's own list that are not, and more."""
    meeting = seen(request, uid)
    if not may_change(request.user, meeting):
        raise Http404
    asked = list(NameAtEvent.objects.visible_to(request.user).filter(event=meeting.event_id).select_related("name"))
    left = NameOnList.objects.visible_to(request.user).exclude(pk__in=[each.name_id for each in asked])
    form = GuestNamesForm(request.POST or None, offered=left)
    if form.is_valid():
        given = {"meeting": meeting, "on": timezone.localdate(), **form.given}
        if (written := done_by_form(request, form, ask_names, **given)) is not None:
            number = len(written)
            messages.success(request, ngettext("{number} name", "{number} names", number).format(number=number))
            return redirect("guest-names", uid=uid)
    listed = list(on_the_list(request.user, meeting))
    context = {
        "meeting": meeting,
        "form": form,
        "asked": asked,
        "people": listed,
        "number": len(asked) + len(listed),
        "needed": NAMES_NEEDED,
    }
    return render(request, "listening/guest_names.html", context, status=422 if form.errors else 200)
