"""Files of evidence that a keeper chose to show to everybody."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from m4c.commitments.watching.files import answer_with, public_file


@require_safe
def evidence(request: HttpRequest, slug: str, uid: UUID) -> HttpResponse:
    """One of them; 404 for any other, whatever there is."""
    entry = public_file(slug, uid)
    if entry is None:
        raise Http404
    return answer_with(entry, is_public=True)
