"""The poster of a covenant: asked for, waited for, downloaded."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.commitments.covenants.poster import SIZES, kept_poster, make_poster
from m4c.commitments.views.covenant import covenant_of
from m4c.core.htmx import page_or_part
from m4c.core.models.record import new_uid
from m4c.people.requests import SignedIn


@require_POST
def print_poster(request: SignedIn, uid: UUID) -> HttpResponse:
    """Have it laid out."""
    found, file = covenant_of(request, uid), str(new_uid())
    size = request.POST.get("size", "")
    make_poster.enqueue(file, found.pk, request.user.pk, get_language() or "en-gb", size if size in SIZES else SIZES[0])
    return redirect("covenant-poster-made", uid=uid, file=file)


@never_cache
@require_safe
def made(request: SignedIn, uid: UUID, file: UUID) -> HttpResponse:
    """Whether it is laid out yet; htmx asks again by itself until it is."""
    is_made = kept_poster(str(file), request.user) is not None
    context = {"covenant": covenant_of(request, uid), "file": file, "is_made": is_made}
    return page_or_part(request, "commitments/covenant_poster_made.html", context, part="poster-state")


@never_cache
@require_safe
def download(request: SignedIn, uid: UUID, file: UUID) -> HttpResponse:
    """The PDF, for whoever asked for it."""
    covenant_of(request, uid)
    content = kept_poster(str(file), request.user)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="covenant-poster.pdf"'
    return response
