"""Public calendars: one event for a phone, and the events of a group to follow."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from m4c.core.page_cache import kept
from m4c.events.calendars.entries import Entry
from m4c.events.calendars.feeds import of_group, public_entry
from m4c.events.calendars.writing import CONTENT_TYPE, write
from m4c.events.public import public_events
from m4c.people.context import name_of_movement
from m4c.website.group_face import standing_groups


@kept
@require_safe
def event(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One event."""
    found = get_object_or_404(public_events(), uid=uid)
    return calendar([public_entry(found)], found.title, "event.ics")


@kept
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """All public events."""
    return calendar(of_group(None, timezone.now()), name_of_movement() or _("Movement for Change"), "events.ics")


@kept
@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """The public events of a group, and of those below it."""
    found = get_object_or_404(standing_groups(), slug=slug)
    return calendar(of_group(found, timezone.now()), found.name, f"{found.slug}.ics")


def calendar(entries: list[Entry], name: str, file: str) -> HttpResponse:
    """A calendar as a file."""
    response = HttpResponse(write(entries, name), content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = f'inline; filename="{file}"'
    return response
