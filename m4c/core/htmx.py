"""Answers for htmx: a named part of the page's own template, and redirects that the whole page follows."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]


def page_or_part(
    request: HttpRequest, template: str, context: dict[str, Any], *, part: str, status: int = 200
) -> HttpResponse:
    """The page, or only its partial `part` when htmx asks for the element of that id."""
    htmx = request.htmx  # type: ignore[attr-defined]
    name = f"{template}#{part}" if htmx and not htmx.boosted and htmx.target == part else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


class HtmxAnswers:
    """Turns a redirect answered to htmx into one for the whole page, so that sign-in never lands inside a fragment."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and where htmx asked and a redirect came, tell it to move the whole page."""
        response = self.get_response(request)
        if response.status_code in (301, 302, 303) and request.htmx:  # type: ignore[attr-defined]
            moved = HttpResponse(status=204)
            moved["HX-Redirect"] = response["Location"]
            moved.cookies = response.cookies
            return moved
        return response
