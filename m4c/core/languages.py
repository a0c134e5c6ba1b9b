"""Which language a page speaks: the public site's by its address, the workspace's by who is asking."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

CHOSEN = "language"  # the session's name for what somebody chose
PERSONAL = ("/organise/", "/cms/", "/sign-in/", "/door/")  # addresses that have one form for all languages


class Languages:
    """Speaks Welsh below `/cy/` and English elsewhere; in the workspace what was chosen, else what the browser asks.

    A public address always says the same, so that it can be shared, cached and found.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of this request."""
        personal = request.path_info.startswith(PERSONAL)
        language = language_of(request) if personal else language_of_address(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        if personal:
            patch_vary_headers(response, ("Accept-Language",))
        return response


def language_of(request: HttpRequest) -> str:
    """What was chosen in this session, else the best of what the browser asks for."""
    chosen = request.session.get(CHOSEN)
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language_from_request(request)


def language_of_address(path: str) -> str:
    """The language that a public address begins with, else that of the project."""
    return translation.get_language_from_path(path) or settings.LANGUAGE_CODE


def in_language(path: str, language: str) -> str:
    """A public address as it is in another language."""
    prefix = f"/{language_of_address(path)}/"
    bare = "/" + path.removeprefix(prefix) if path.startswith(prefix) else path
    return bare if language == settings.LANGUAGE_CODE else f"/{language}{bare}"
