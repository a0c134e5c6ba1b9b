"""Events as the public meets them: those open to everybody, and nothing else."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.core.page_cache import kept
from m4c.events.models import AccessNeed
from m4c.events.public import coming_events, public_events
from m4c.events.replies.places import has_room
from m4c.website import data
from m4c.website.event_list import ON_A_PAGE, EventList, FindEventsForm, add_dates
from m4c.website.models import Picture
from m4c.website.share_picture import SIZE, picture_of, words_of


@kept
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """What is coming, the nearest first."""
    listed = EventList(timezone.now(), request.GET.get("page"))
    return render(request, "website/events.html", {"listed": listed, "form": FindEventsForm()})


@require_safe
def find_events(request: HttpRequest) -> HttpResponse:
    """What is coming by place, kind and time. The address with a place in it is kept by nobody and found by nobody."""
    form = FindEventsForm(request.GET)
    listed = EventList(timezone.now(), request.GET.get("page"), form)
    response = render(request, "website/events.html", {"listed": listed, "form": form, "asked": asked(request)})
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def asked(request: HttpRequest) -> str:
    """What was filtered by, as an address has it, for the next leaf."""
    given = request.GET.copy()
    given.pop("page", None)
    return given.urlencode()


@kept
@require_safe
def past_events(request: HttpRequest) -> HttpResponse:
    """What was, the latest first."""
    was = public_events().filter(cancelled_at=None).past(timezone.now())
    page = Paginator(was, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "website/past_events.html", {"events": page})


@kept
@require_safe
def event(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One of them."""
    event = get_object_or_404(public_events(), uid=uid)
    now = timezone.now()
    others = coming_events(now).filter(group=event.group_id).exclude(pk=event.pk)
    if event.series_id:
        others = others.exclude(series=event.series_id)
    add_dates([event], now)
    is_open = not event.is_called_off and event.starts_at > now
    context = {
        "event": event,
        "is_over": event.starts_at < now,
        "is_open": is_open,
        "has_room": is_open and has_room(event),
        "offers": [need.label for need in AccessNeed if need in event.access],
        "others": others[:3],
        "facts": data.of_event(event),
        "pictures": Picture.objects.visible_to(None).of_event(event).shown(),
        "picture_version": words_of(event).version,
        "picture_size": SIZE,
    }
    return render(request, "website/event.html", context)


@kept
@require_safe
def picture(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The picture that stands with its address where it is passed on."""
    event = get_object_or_404(public_events(), uid=uid)
    return HttpResponse(picture_of(event), content_type="image/png")
