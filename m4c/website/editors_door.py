"""The door of the site's editor: who comes in, in which language, and how our refusals are told there."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from m4c.core.errors import Refused
from m4c.website.permissions import EDIT_PAGES

View = Callable[..., HttpResponse]


def for_editors(view: View) -> View:
    """A screen of Wagtail's that only editors may open: others meet our page that says so.

    What our rules refuse below it is told in their sentence, and nothing has changed: Wagtail writes in transactions.
    """

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.may_somewhere(EDIT_PAGES):  # type: ignore[union-attr]
            raise PermissionDenied
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            return told(request, refused)

    return guarded


def told(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The sentence of a refusal: as data for a script, else above the page that the editor came from."""
    if "application/json" in request.headers.get("Accept", "") or request.headers.get("X-Requested-With"):
        return JsonResponse({"success": False, "error_code": refused.code, "error_message": str(refused)}, status=422)
    messages.error(request, str(refused))
    back = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if is_ours else "wagtailadmin_home")
