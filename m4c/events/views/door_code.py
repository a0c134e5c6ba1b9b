"""Somebody's code: a link that opens their entry for whoever stands at the door, and shows itself to everybody else."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.events.door.at_door import AtDoor, link_on_device, links_of
from m4c.events.door.codes import code_of, place_of, signed_uid
from m4c.events.door.hours import shuts_at
from m4c.events.door.listing import expected
from m4c.events.models import Attendance, Event
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.events.replies import stand_ins
from m4c.people.qr import qr_svg


@never_cache
@require_safe
def door_code(request: HttpRequest, signed: str) -> HttpResponse:
    """At the door the entry of whose code it is; on their own phone the code, large, with what it is for.

    Once the event is over a code is good for nothing, and says no more where its bearer was.
    """
    place = place_of(signed)
    event = place.event if place else stand_ins.event_of_place(signed_uid(signed))
    if event is None or shuts_at(event) <= timezone.now():
        raise Http404
    if link := link_on_device(request, links_of(event)):
        return to_door(event, place, "host-door", uid=link.uid)
    account = request.user
    if account.is_authenticated and account.may(RECORD_ATTENDANCE, [frozenset([event.group.path])]):
        return to_door(event, place, "door", uid=event.uid)
    context = {"event": event, "svg": qr_svg(request.build_absolute_uri(request.path))}
    return render(request, "events/door_code.html", context)


def to_door(event: Event, place: Attendance | None, door: str, uid: UUID) -> HttpResponse:
    """To somebody's entry; where their place is on no list of a door, to that of somebody new: nobody is given away."""
    if place and expected(event).filter(pk=place.pk).exists():
        return redirect(f"{door}-entry", uid=uid, place=place.uid)
    return redirect(f"{door}-walk-in", uid=uid)


@never_cache
def show_code(request: HttpRequest, here: AtDoor, place: UUID) -> HttpResponse:
    """The code of somebody on the list, to be shown or sent to them."""
    attendance = expected(here.event).filter(uid=place).first() if here.is_open else None
    if attendance is None:
        raise Http404
    url = request.build_absolute_uri(code_of(attendance))
    return render(request, "events/door_code.html", {"event": here.event, "svg": qr_svg(url), "url": url})
