"""The door of the site's editor: who comes in, in which language, and how our refusals are told there."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from m4c.core.errors import Refused
from m4c.core.onward import way_back
from m4c.website.models.guarded import public_among
from m4c.website.own_section import look_at
from m4c.website.permissions import EDIT_PAGES

View = Callable[..., HttpResponse]
PAGES = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")  # Wagtail's names of pages in addresses
BEHIND = ("id", "childOf")  # and of those named behind the `?`
MANY = "/cms/bulk/"
CHOOSER = "/cms/choose-page/"


def for_editors(view: View) -> View:
    """A screen of Wagtail's that only editors may open: others meet our page that says so.

    What our rules refuse below it is told in their sentence, and nothing has changed: Wagtail writes in transactions.
    """

    @functools.wraps(view)
    def guarded(request: HttpRequest, *parts: Any, **words: Any) -> HttpResponse:
        if request.user.is_anonymous:  # the editor's API says of itself that it needs no signing in
            return redirect_to_login(request.get_full_path())
        if not request.user.may_somewhere(EDIT_PAGES):
            raise PermissionDenied
        check_pages(request, words)
        for page in (words[name] for name in PAGES if name in words):
            look_at(request.user, page)
        try:
            return view(request, *parts, **words)
        except Refused as refused:
            return told(request, refused)

    return guarded


def check_pages(request: HttpRequest, words: dict[str, Any]) -> None:
    """Raise Http404 where an address names a page outside the editor's own: some of Wagtail's screens tell its title.

    A link may be made to whatever is public. "All of a list" may hold pages of others, and names none of them.
    """
    named = [str(words.get(name, "")) for name in PAGES]
    if request.path_info.startswith((MANY, CHOOSER)):
        named += [value for name in BEHIND for value in request.GET.getlist(name)]
    if "all" in named:
        raise Http404
    asked = {int(value) for value in named if value.isdecimal()}
    if asked and request.path_info.startswith(CHOOSER):
        asked -= public_among(asked)
    if asked and explorable_by(request).filter(pk__in=asked).count() < len(asked):
        raise Http404


def explorable_by(request: HttpRequest) -> PageQuerySet:
    """The pages that an editor may change, with those above them."""
    found: PageQuerySet = policy_registry.get_by_type(Page).explorable_instances(request.user)
    return found


def told(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The sentence of a refusal: as data for a script, else above the page that the editor came from."""
    if "application/json" in request.headers.get("Accept", "") or request.headers.get("X-Requested-With"):
        return JsonResponse({"success": False, "error_code": refused.code, "error_message": str(refused)}, status=422)
    messages.error(request, str(refused))
    back = request.headers.get("Referer", "")
    return redirect(way_back(request, back, "wagtailadmin_home"))
