"""The first page, by a name of its own: Wagtail serves it as any other."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The site's home page in the language of the address."""
    response: HttpResponse = serve(request, "")
    return response
