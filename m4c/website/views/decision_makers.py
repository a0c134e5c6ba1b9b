"""What everybody may read of those who decide: one of them, a body through all who held its offices, and all."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.commitments.faces.holders import BodyFace, HolderFace, body_named, holder_named
from m4c.commitments.faces.reading import named_with_numbers
from m4c.core.page_cache import kept

ON_A_PAGE = 60


@kept
@require_safe
def everybody(request: HttpRequest) -> HttpResponse:
    """All decision-makers who promised something, by name."""
    page = Paginator(named_with_numbers(timezone.localdate()), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "website/decision_makers.html", {"makers": page})


@kept
@require_safe
def holder(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them; 404 where nothing that everybody may read names them."""
    found = holder_named(slug)
    face = HolderFace(found, timezone.localdate()) if found else None
    if face is None or not face.is_there:
        raise Http404
    return render(request, "website/decision_maker.html", {"face": face, "slug": slug})


@kept
@require_safe
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """A body: what was promised in its offices, whoever held them."""
    found = body_named(slug)
    face = BodyFace(found, timezone.localdate()) if found else None
    if face is None or not face.tally.total:
        raise Http404
    return render(request, "website/institution.html", {"face": face, "slug": slug})
