"""One's own calendar: its secret address, and what other programs read there."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.events.calendars.feeds import feed_of, of_feed
from m4c.events.calendars.writing import CONTENT_TYPE, write
from m4c.events.models import CalendarFeed
from m4c.events.operations.calendar_feed import make_feed, stop_feed
from m4c.people.requests import SignedIn


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_calendar(request: SignedIn) -> HttpResponse:
    """Whether one has an address, and a new one when it is asked for: it is shown this once."""
    address = str(make_feed(at=timezone.now(), by=request.user)) if request.method == "POST" else ""
    feed = CalendarFeed.objects.visible_to(request.user).filter(revoked_at=None).first()
    return render(request, "events/own_calendar.html", {"feed": feed, "address": address})


@require_POST
def stop(request: SignedIn) -> HttpResponse:
    """Let the address open nothing any more."""
    stop_feed(at=timezone.now(), by=request.user)
    messages.success(request, _("The address of your calendar opens nothing any more."))
    return redirect("own-calendar")


@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Where the owner of this secret address is going, for their own calendar."""
    if too_many := ratelimit.consume_or_429(request, action="calendar_feed", limit_get=True):
        return too_many
    found = feed_of(token)
    if found is None:
        raise Http404
    response = HttpResponse(write(of_feed(found, timezone.now()), _("Movement for Change")))
    response.headers["Content-Type"] = CONTENT_TYPE
    response.headers["X-Robots-Tag"] = "noindex"
    return response
