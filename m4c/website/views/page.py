"""Wagtail's pages as the public gets them: made once, kept, and given to all until an editor changes something."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Site
from wagtail.views import serve

from m4c.core.page_cache import kept, known
from m4c.website.models.page import SitePage, public_page


@kept
@require_safe
def page(request: HttpRequest, path: str = "") -> HttpResponse:
    """The published page at this address; Wagtail's own way, step by step, where it is not found at once."""
    found = page_at(request, path)
    response: HttpResponse = found.serve(request) if found else serve(request, path)
    return response


@kept
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The site's home page in the language of the address."""
    return page(request)


def page_at(request: HttpRequest, path: str) -> SitePage | None:
    """The page at a whole address below the home page in this language, in two queries however deep it lies."""
    request._wagtail_site = known(  # type: ignore[attr-defined]
        request, f"site {request.get_host()}", lambda: Site.find_for_request(request)
    )
    if path and not path.endswith("/"):
        return None
    roots = {root.language_code: root.root_path for root in Site.get_site_root_paths()}
    root = roots.get(get_language())
    return public_page(f"{root}{path}") if root else None
