"""Wagtail's pages as the public gets them: made once, kept, and given to all until an editor changes something."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve

from m4c.core.page_cache import kept


@kept
@require_safe
def page(request: HttpRequest, path: str = "") -> HttpResponse:
    """The published page at this address."""
    response: HttpResponse = serve(request, path)
    return response


@kept
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The site's home page in the language of the address."""
    return page(request)
