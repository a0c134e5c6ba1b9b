"""Public pages kept whole: made once, given to all, and made anew after a change."""

import gzip
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from m4c.core import page_cache, public_version
from m4c.core.page_cache import PageCache, kept

pytestmark = pytest.mark.django_db


class Pages:
    """A site of one view, that counts how often it was asked."""

    def __init__(self, view: Callable[..., HttpResponse]) -> None:
        self.view, self.asked = view, 0
        self.cache = PageCache(self.answer)

    def answer(self, request: HttpRequest) -> HttpResponse:
        self.asked += 1
        self.cache.process_view(request, self.view, (), {})
        return self.view(request)

    def get(self, address: str = "/stories/", **headers: Any) -> HttpResponse:
        return self.cache(RequestFactory().get(address, **headers))


@kept
def story(request: HttpRequest) -> HttpResponse:
    return HttpResponse("A story. " * 40, headers={"Content-Length": "360"})


@pytest.fixture
def pages():
    public_version.forget()
    return Pages(story)


def test_a_page_is_made_once_and_given_to_all(pages):
    first, second = pages.get(), pages.get()

    assert (first.content, second.content, pages.asked) == (first.content, first.content, 1)
    assert second.headers["Cache-Control"] == "public, no-cache"


def test_a_change_has_it_made_anew(pages, django_capture_on_commit_callbacks):
    pages.get()
    with django_capture_on_commit_callbacks(execute=True):
        public_version.bump()
    pages.get()

    assert pages.asked == 2


def test_another_process_sees_a_change_within_half_a_second(pages, monkeypatch):
    monkeypatch.setattr(public_version, "KNOWN_FOR", 0.5)
    seen = public_version.current(now=100.0)
    public_version.PublicVersion.objects.count_a_change()  # as another process would: nobody tells this one

    assert public_version.current(now=100.4) == seen
    assert public_version.current(now=100.5) == seen + 1


def test_a_change_that_is_rolled_back_is_none(pages):
    before = public_version.PublicVersion.objects.number()
    with public_version.transaction.atomic():
        public_version.bump()
        public_version.transaction.set_rollback(True)

    assert public_version.PublicVersion.objects.number() == before


def test_a_page_moves_on_by_itself_after_a_minute(pages, monkeypatch):
    pages.get()
    later = page_cache.time.monotonic() + page_cache.KEPT_FOR
    monkeypatch.setattr(page_cache.time, "monotonic", lambda: later)
    pages.get()

    assert pages.asked == 2


def test_a_new_day_makes_a_page_anew(pages, monkeypatch):
    """What the calendar alone changes, such as a commitment that is overdue, shows from midnight on."""
    request = RequestFactory().get("/commitments/")
    monkeypatch.setattr(page_cache.timezone, "localdate", lambda: date(2026, 10, 24))
    before = page_cache.key_of(request)
    monkeypatch.setattr(page_cache.timezone, "localdate", lambda: date(2026, 10, 25))
    assert page_cache.key_of(request) != before


def test_a_browser_that_has_it_is_told_so(pages):
    tag = pages.get().headers["ETag"]
    again = pages.get(headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)


def test_it_goes_out_compressed_to_who_can_read_that(pages):
    plain = pages.get().content
    packed = pages.get(headers={"Accept-Encoding": "gzip, br"})

    assert (packed.headers["Content-Encoding"], gzip.decompress(packed.content)) == ("gzip", plain)
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert pages.get(headers={"Accept-Encoding": "br"}).content == plain


def test_words_that_no_page_reads_make_no_page_of_their_own(pages):
    for address in ("/stories/", "/stories/?utm_source=x", "/stories/?fbclid=1"):
        pages.get(address)
    pages.get("/stories/?page=2")

    assert pages.asked == 2


@pytest.mark.parametrize(
    "view",
    [
        lambda request: HttpResponse("no mark"),
        kept(lambda request: HttpResponse("gone", status=404)),
        kept(lambda request: HttpResponse("knows you", headers={"Vary": "Cookie"})),
        kept(lambda request: with_cookie(HttpResponse("knows you from now on"))),
    ],
    ids=["not marked", "not there", "reads a cookie", "sets a cookie"],
)
def test_what_is_not_for_everybody_is_not_kept(view):
    pages = Pages(view)
    pages.get()
    pages.get()

    assert pages.asked == 2


def with_cookie(response):
    response.set_cookie("session", "secret")
    return response


def test_a_form_that_was_sent_is_never_answered_from_what_is_kept(pages):
    pages.get()
    pages.cache(RequestFactory().post("/stories/"))

    assert pages.asked == 2


def test_pages_longest_unused_go_first_beyond_the_limit(pages, monkeypatch):
    size = pages.cache(RequestFactory().get("/a/")) and next(iter(pages.cache.pages.values())).size
    monkeypatch.setattr(page_cache, "ROOM", 2 * size)
    for address in ("/b/", "/a/", "/c/"):
        pages.get(address)

    assert [key[2] for key in pages.cache.pages] == ["/a/", "/c/"]
    assert pages.cache.size == 2 * size


def test_pages_that_say_what_went_wrong_share_what_is_known(pages, django_capture_on_commit_callbacks):
    found: list[str] = []

    def fail(address: str) -> None:
        request = RequestFactory().get(address)
        pages.cache.process_exception(request, Http404())
        page_cache.known(request, "menus", lambda: found.append(address))

    fail("/organise/first/")
    fail("/organise/second/")
    with django_capture_on_commit_callbacks(execute=True):
        public_version.bump()
    fail("/organise/third/")

    assert found == ["/organise/first/", "/organise/third/"]
