"""What a steward's phone asks for and sends by itself: the list, the total, what waited, and its worker."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from m4c.core.errors import NotAllowed, Refused
from m4c.events.door.at_door import AtDoor
from m4c.events.door.hours import shuts_at
from m4c.events.door.listing import listed
from m4c.events.door.reading import read
from m4c.events.door.taps import Taken
from m4c.events.door.total import total_of
from m4c.events.offline import page_worker


@never_cache
def door_list(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """All that a device keeps: names and whether they are in, until when, and the guard of what it will send."""
    told = {
        "guard": get_token(request),
        "shuts": shuts_at(here.event).isoformat(),
        "people": [entry.told for entry in listed(here.event)] if here.is_open else [],
    }
    return JsonResponse(told)


@never_cache
def total(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """How many are in, and who came in last."""
    if not here.is_open:
        raise Http404
    return JsonResponse(total_of(here.event))


def arrivals(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """What waited on a device: a JSON list, answered one by one by the uids that the device minted."""
    try:
        found = read(request.body)
    except ValueError:
        return JsonResponse({"why": _("That is no list of taps."), "code": "unread"}, status=422)
    try:
        taken = here.take(found.sent, timezone.now())
    except NotAllowed:
        raise Http404 from None
    except Refused as refused:
        return JsonResponse({"why": str(refused), "code": refused.code}, status=422)
    unread = [{"uid": uid, "said": "refused", "why": _("That cannot be read.")} for uid in found.unread]
    return JsonResponse([*told(taken), *unread], safe=False)


def worker(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """The script that shows this door's page without a signal: at an address below the door, it reaches no further."""
    return page_worker()


def told(taken: Taken) -> list[dict[str, str]]:
    """What became of each, as a device reads it."""
    answers = []
    for heard in taken.heard:
        answer = {"uid": str(heard.uid), "said": heard.said, "attendance": str(heard.attendance)}
        answers.append(answer | ({"why": str(heard.refused)} if heard.refused else {}))
    return answers
