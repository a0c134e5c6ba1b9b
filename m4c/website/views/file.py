"""Pictures as they stand on pages: cut and scaled. What was uploaded is never given out."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

KINDS = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?P<kind>[a-z]+)")
A_YEAR = 31_536_000  # seconds: a changed picture has another name


@require_safe
def picture_file(request: HttpRequest, name: str) -> HttpResponse:
    """One cut of a picture, for browsers to keep; nothing in between does, where what is taken down would live on."""
    plain = PLAIN.fullmatch(name)
    kind = KINDS.get(plain["kind"]) if plain else None
    path = settings.MEDIA_ROOT / "images" / name
    if kind is None or not path.is_file():
        raise Http404
    response = HttpResponse(path.read_bytes(), content_type=kind)
    response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
