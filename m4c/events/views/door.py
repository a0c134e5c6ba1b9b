"""A steward's page: two letters, a tap, in; without a script too. The same for an account and for a host's link."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from m4c.core.errors import Refused, add_to_form
from m4c.core.models.record import new_uid
from m4c.events.door.at_door import AtDoor
from m4c.events.door.codes import code_of
from m4c.events.door.hours import opens_at
from m4c.events.door.listing import Entry, called, expected
from m4c.events.door.taps import AGAIN, Sent, TakenBack, Tap
from m4c.events.door.total import count_anew, total_of
from m4c.events.forms.door import DoorForm, WalkInForm


@never_cache
def door(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """The list by a name's first letters. `shell` asks for the page without anybody, as a device keeps it."""
    typed, door = request.GET.get("q", "").strip(), request.GET.get("door", "").strip()[:40]
    is_kept = "shell" in request.GET
    found = called(here.event, typed) if here.is_open and not is_kept else []
    context = shown(here) | {
        "typed": typed,
        "door": door,
        "found": [(entry, new_uid()) for entry in found],
        "total": total_of(here.event) if here.is_open and not is_kept else {},
        "opens_at": opens_at(here.event),
    }
    return render(request, "events/door.html", context)


def tap(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """Somebody of the list is in."""
    form = DoorForm(request.POST)
    if not form.is_valid():
        raise Http404
    sent = Tap(at=timezone.now(), **form.cleaned_data)
    sentence = take(request, here, sent)
    if sentence:
        messages.success(request, sentence)
    return back_to_list(here, sent.door)


def take_back(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """Somebody is not in after all."""
    form = DoorForm(request.POST)
    if not form.is_valid():
        raise Http404
    given = form.cleaned_data
    if take(request, here, TakenBack(given["uid"], timezone.now(), given["attendance"])):
        messages.success(request, _("Taken back."))
    return back_to_list(here, given["door"])


@never_cache
def walk_in(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """Somebody whom nobody has on the list."""
    begun = {"typed": request.GET.get("q", "").strip(), "door": request.GET.get("door", "").strip()[:40]}
    form = WalkInForm(request.POST or None, event=here.event, **begun)
    if form.is_valid():
        try:
            heard = here.take([Tap(at=timezone.now(), **form.cleaned_data)], timezone.now()).heard[0]
            if heard.refused:
                raise heard.refused
        except Refused as refused:
            add_to_form(form, refused)
        else:
            messages.success(request, _("{name} is in.").format(name=form.cleaned_data["name"]))
            return back_to_list(here, form.cleaned_data["door"])
    context = shown(here) | {"form": form}
    return render(request, "events/door_walk_in.html", context, status=422 if form.errors else 200)


@never_cache
def entry(request: HttpRequest, here: AtDoor, place: UUID) -> HttpResponse:
    """One person, as their code opens it: a large button."""
    attendance = expected(here.event).filter(uid=place).first() if here.is_open else None
    if attendance is None:
        raise Http404
    context = shown(here) | {"entry": Entry(attendance), "uid": new_uid(), "code": code_of(attendance)}
    return render(request, "events/door_entry.html", context)


def take(request: HttpRequest, here: AtDoor, sent: Sent) -> str:
    """Write one tap, and say what became of it; nothing, once it has been said why not."""
    try:
        heard = here.take([sent], timezone.now()).heard[0]
        if heard.refused:
            raise heard.refused
    except Refused as refused:
        messages.error(request, str(refused))
        return ""
    attendance = expected(here.event).filter(uid=heard.attendance).first()
    sentence = _("{name} was in already: both are noted.") if heard.said == AGAIN else _("{name} is in.")
    return sentence.format(name=attendance.person if attendance else _("That person"))


def back_to_list(here: AtDoor, door: str) -> HttpResponse:
    """The list, for the next one, by the same door, with whom it let in among those who are in."""
    count_anew(here.event)
    return redirect(here.address("door") + (f"?{urlencode({'door': door})}" if door else ""))


def shown(here: AtDoor) -> dict[str, Any]:
    """What every page of a door shows, and where its parts are."""
    parts = ("door", "tap", "back", "walk-in", "list", "total", "arrivals", "worker")
    addresses = {part.replace("-", "_"): here.address(name_of(part)) for part in parts}
    return {"here": here, "event": here.event, "addresses": addresses}


def name_of(part: str) -> str:
    """A route's name, without what tells hosts from accounts."""
    return part if part == "door" else f"door-{part}"
