"""Ask Siân: who can introduce one to somebody."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from m4c.people.relationships.introductions import introductions
from m4c.people.requests import SignedIn
from m4c.people.views.person import seen


@never_cache
@require_safe
def introduction(request: SignedIn, uid: UUID) -> HttpResponse:
    """Whom to ask for an introduction, and why them."""
    shown = seen(request, uid)
    context = {"person": shown, "found": introductions(request.user, shown, timezone.localdate())}
    return render(request, "people/introductions.html", context)
