"""What everybody may read of those who decide: one of them, a body through all who held its offices, and all."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.commitments.faces.holders import BodyFace, HolderFace, body_named, holder_named
from m4c.commitments.faces.reading import after, before, named_with_numbers
from m4c.core.page_cache import kept
from m4c.core.pages import page_of
from m4c.website.commitment_words import shared, words_of_somebody

ON_A_PAGE = 60


@kept
@require_safe
def everybody(request: HttpRequest) -> HttpResponse:
    """All decision-makers who promised something, by name."""
    found = named_with_numbers(timezone.localdate())
    page = page_of(found, request.GET, after=after, before=before, size=ON_A_PAGE, by="slug")
    return render(request, "website/decision_makers.html", {"makers": page})


@kept
@require_safe
def holder(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them; 404 where nothing that everybody may read names them."""
    face = face_of_holder(request, slug)
    words = words_of_somebody(face.holder.name, face.tally)
    context = {"face": face, "slug": slug, "shared": shared("public-decision-maker-picture", words, slug=slug)}
    return render(request, "website/decision_maker.html", context)


@kept
@require_safe
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """A body: what was asked and promised in its offices, whoever held them."""
    face = face_of_body(request, slug)
    words = words_of_somebody(face.body.name, face.tally)
    context = {"face": face, "slug": slug, "shared": shared("public-institution-picture", words, slug=slug)}
    return render(request, "website/institution.html", context)


def face_of_holder(request: HttpRequest, slug: str) -> HolderFace:
    """What everybody may read of the decision-maker of this name; 404 where that is nothing."""
    found = holder_named(slug)
    face = HolderFace(found, request.GET, timezone.localdate()) if found else None
    if face is None or not face.is_there:
        raise Http404
    return face


def face_of_body(request: HttpRequest, slug: str) -> BodyFace:
    """The same of a body."""
    found = body_named(slug)
    face = BodyFace(found, request.GET, timezone.localdate()) if found else None
    if face is None or not face.tally.total:
        raise Http404
    return face
