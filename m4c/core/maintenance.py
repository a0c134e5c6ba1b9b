"""Closed for a short while: a file in the data folder shuts the house, and a page that needs nothing says so."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

OPEN = ("/healthz", "/static/")  # signs of life go on, and the page's own style
PAGE = settings.BASE_DIR / "static" / "maintenance.html"  # a proxy may serve the very same file
AGAIN_IN = 300  # seconds


class Maintenance:
    """Answers 503 with the page for maintenance while the file is there. It asks no database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page for maintenance, or what there is."""
        if request.path_info.startswith(OPEN) or not mark().exists():
            return self.get_response(request)
        return HttpResponse(PAGE.read_bytes(), status=503, headers={"Retry-After": str(AGAIN_IN)})


def mark() -> Path:
    """The empty file in the data folder that shuts the house."""
    folder: Path = settings.DATA_DIR
    return folder / "maintenance"
