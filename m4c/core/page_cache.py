"""Public pages kept whole: the same for everybody, so made once and given to all until something changes."""

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from m4c.core import public_version
from m4c.core.languages import PERSONAL

View = TypeVar("View", bound=Callable[..., Any])
Found = TypeVar("Found")
Key = tuple[str, str, str, str, str]

# All that a kept page may read after the `?`.
READ_FROM_ADDRESS = ("page", "series", "after", "before", "status", "place", "theme", "on")
KEPT_FOR = 60.0  # seconds: "next events" move on by themselves
ROOM = 32 * 1024 * 1024  # bytes of pages, in each process


def kept(view: View) -> View:
    """Mark a view whose answer is the same for everybody, reads no cookie, and may be kept until something changes."""
    view.kept = True  # type: ignore[attr-defined]
    return view


def known(request: HttpRequest, name: str, find: Callable[[], Found]) -> Found:
    """What kept pages say alike, such as their menus: found once for all of them, until something changes."""
    facts: dict[str, Any] = getattr(request, "known", {})
    if name not in facts:
        facts[name] = find()
    found: Found = facts[name]
    return found


@dataclass(frozen=True)
class Known:
    """What pages say alike, by name, as it was after a change."""

    version: int
    found_at: float
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """An answer as it was made: plain and compressed."""

    version: int
    made_at: float
    headers: dict[str, str]
    body: bytes
    compressed: bytes

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.body) + len(self.compressed)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The answer for this request: not modified, compressed or plain."""
        if request.headers.get("If-None-Match") == self.headers["ETag"]:
            response: HttpResponse = HttpResponseNotModified()
            response.headers["ETag"] = self.headers["ETag"]
            return response
        compressed = "gzip" in request.headers.get("Accept-Encoding", "")
        response = HttpResponse(self.compressed if compressed else self.body, headers=self.headers)
        response.headers["Content-Length"] = str(len(response.content))
        if compressed:
            response.headers["Content-Encoding"] = "gzip"
        return response


class PageCache:
    """Keeps the answers of views marked `kept`, in this process, within a limit; the longest unused goes first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.pages: OrderedDict[Key, Kept] = OrderedDict()
        self.size = 0
        self.known = Known(-1, 0.0)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from what is kept, or make the page and keep it."""
        is_public = not request.path_info.startswith(PERSONAL)
        if not is_public or request.method not in ("GET", "HEAD") or settings.DEBUG:
            return self.get_response(request)
        key = key_of(request)
        found = self.pages.get(key)
        if found and found.version == public_version.current() and time.monotonic() - found.made_at < KEPT_FOR:
            self.pages.move_to_end(key)
            return found.answer(request)
        response = self.get_response(request)
        version: int | None = getattr(request, "public_version", None)
        if version is None or not may_be_kept(request, response):
            return response
        made = keep(response, version)
        self.put(key, made)
        return made.answer(request)

    def process_view(self, request: HttpRequest, view: Any, *given: Any) -> None:
        """Before a view whose answer may be kept, note the last change that it can show, and what is known since."""
        if getattr(view, "kept", False):
            request.public_version = self.tell_known(request)  # type: ignore[attr-defined]

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        """Before a page that says what went wrong: it has the menus of all others, and most answers may be such."""
        self.tell_known(request)

    def tell_known(self, request: HttpRequest) -> int:
        """Give a request what is known since the last change; the number of that change."""
        version = public_version.current()
        if self.known.version != version or time.monotonic() - self.known.found_at >= KEPT_FOR:
            self.known = Known(version, time.monotonic())
        request.known = self.known.facts  # type: ignore[attr-defined]
        return version

    def put(self, key: Key, page: Kept) -> None:
        """Keep a page, and let go of those longest unused beyond the limit."""
        self.size += page.size - (self.pages.pop(key).size if key in self.pages else 0)
        self.pages[key] = page
        while self.size > ROOM:
            self.size -= self.pages.popitem(last=False)[1].size


def key_of(request: HttpRequest) -> Key:
    """What tells one page from another: host, scheme, address, the few words behind `?` that a page reads, and the day:
    what the calendar alone changes is told anew from midnight on.
    """
    read = [(name, request.GET[name]) for name in READ_FROM_ADDRESS if name in request.GET]
    day = timezone.localdate().isoformat()
    return request.META.get("HTTP_HOST", ""), request.scheme or "", request.path_info, urlencode(read), day


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is whole and knows nobody: no cookie read or set, no session touched, no message shown."""
    knows_somebody = response.cookies or "Cookie" in response.headers.get("Vary", "")
    return response.status_code == 200 and request.method == "GET" and not response.streaming and not knows_somebody


def keep(response: HttpResponse, version: int) -> Kept:
    """An answer with its tag, so that a browser asks again and is mostly told that nothing changed."""
    body = response.content
    response.headers["ETag"] = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
    response.headers["Cache-Control"] = "public, no-cache"
    patch_vary_headers(response, ("Accept-Encoding",))
    return Kept(version, time.monotonic(), dict(response.headers), body, gzip.compress(body, 6, mtime=0))
