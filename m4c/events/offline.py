"""The worker that shows a page without a signal: each page that has one serves it at an address of its own below it."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpResponse

WORKER = "js/offline/worker.js"


def page_worker() -> HttpResponse:
    """The script; what keeps the page in the device's cache is the page itself (static/js/offline/page.js)."""
    path = finders.find(WORKER)
    assert isinstance(path, str)
    script = Path(path).read_bytes()
    return HttpResponse(script, content_type="text/javascript", headers={"Cache-Control": "no-cache"})
