"""A grid as everybody meets it, once somebody decided so."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.commitments.table.public import asked_in, public_grids, told_of
from m4c.core.page_cache import kept

ON_A_PAGE = 100


@kept
@require_safe
def grid(request: HttpRequest, slug: str) -> HttpResponse:
    """Who was asked what, and answered what."""
    found = get_object_or_404(public_grids(), slug=slug)
    page = Paginator(asked_in(found), ON_A_PAGE).get_page(request.GET.get("page"))
    told = told_of(found, page, timezone.localdate())
    return render(request, "commitments/public_grid.html", {"told": told, "grid": found, "page": page})
