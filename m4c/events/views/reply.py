"""Replies to an event, for whoever prepares it: who comes with whom, what they need, and who waits for a place."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from m4c.events.models import Event, Reply
from m4c.events.replies.listing import needs_of, with_guests
from m4c.people.requests import SignedIn

ON_A_PAGE = 50


@require_safe
def replies(request: SignedIn, uid: UUID) -> HttpResponse:
    """Those who wait first, in their order; then those who come, the latest first."""
    event = get_object_or_404(Event.objects.visible_to(request.user), uid=uid)
    seen = Reply.objects.visible_to(request.user).standing().filter(event=event).select_related("person")
    coming = Paginator(seen.filter(waiting_since=None).order_by("-changed_at", "-pk"), ON_A_PAGE)
    page = coming.get_page(request.GET.get("page"))
    waiting = list(seen.waiting()[:ON_A_PAGE]) if page.number == 1 else []
    page.object_list = list(page.object_list)
    with_guests([*waiting, *page.object_list])
    context = {"event": event, "page": page, "waiting": waiting, "needs": needs_of(request.user, event)}
    return render(request, "events/replies.html", context)
