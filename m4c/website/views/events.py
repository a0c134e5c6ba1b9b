"""Events as the public meets them: those open to everybody, and nothing else."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.core.page_cache import kept
from m4c.events.public import public_events
from m4c.website import data

ON_A_PAGE = 12


@kept
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """What is coming, the nearest first."""
    coming = public_events().filter(cancelled_at=None).coming(timezone.now())
    page = Paginator(coming, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "website/events.html", {"events": page})


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
    others = public_events().filter(cancelled_at=None, group=event.group_id).exclude(pk=event.pk).coming(now)[:3]
    context = {"event": event, "is_over": event.starts_at < now, "others": others, "facts": data.of_event(event)}
    return render(request, "website/event.html", context)
