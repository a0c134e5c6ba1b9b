"""Somebody's code: a link that opens their entry for whoever stands at the door, and shows itself to everybody else."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.events.door.at_door import AtDoor, link_on_device, links_of
from m4c.events.door.codes import code_of, place_of
from m4c.events.door.hours import shuts_at
from m4c.events.door.listing import expected
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.people.qr import qr_svg


@never_cache
@require_safe
def door_code(request: HttpRequest, signed: str) -> HttpResponse:
    """At the door the entry of whose code it is; on their own phone the code, large, with what it is for.

    Once the event is over a code is good for nothing, and says no more where its bearer was.
    """
    place = place_of(signed)
    if place is None or shuts_at(place.event) <= timezone.now():
        raise Http404
    if link := link_on_device(request, links_of(place.event)):
        return redirect("host-door-entry", uid=link.uid, place=place.uid)
    account = request.user
    if account.is_authenticated and account.may(RECORD_ATTENDANCE, [frozenset([place.event.group.path])]):
        return redirect("door-entry", uid=place.event.uid, place=place.uid)
    context = {"event": place.event, "svg": qr_svg(request.build_absolute_uri(request.path))}
    return render(request, "events/door_code.html", context)


@never_cache
def show_code(request: HttpRequest, here: AtDoor, place: UUID) -> HttpResponse:
    """The code of somebody on the list, to be shown or sent to them."""
    attendance = expected(here.event).filter(uid=place).first() if here.is_open else None
    if attendance is None:
        raise Http404
    url = request.build_absolute_uri(code_of(attendance))
    return render(request, "events/door_code.html", {"event": here.event, "svg": qr_svg(url), "url": url})
