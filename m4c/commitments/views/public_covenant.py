"""Covenants as everybody may read them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.commitments.covenants.listing import public_covenants
from m4c.commitments.covenants.told import CovenantTold
from m4c.core.page_cache import kept


@kept
@require_safe
def covenant(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them."""
    found = get_object_or_404(public_covenants(), slug=slug)
    context = {"told": CovenantTold(found, timezone.localdate()), "covenant": found}
    return render(request, "commitments/public_covenant.html", context)
