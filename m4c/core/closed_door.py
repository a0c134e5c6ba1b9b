"""Lock one: every page is closed to strangers unless it is marked open; and forms are guarded where a session is."""

from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class ClosedDoor(LoginRequiredMiddleware):
    """Django's own, but on an open page it does not ask who is there: such a page reads no cookie and can be kept."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        """Let anybody in where the door is open, else whoever is signed in."""
        if not getattr(view_func, "login_required", True):
            return None
        answer = super().process_view(request, view_func, view_args, view_kwargs)
        request.user = getattr(request, "_cached_user", request.user)  # itself: the lazy one costs at each look
        return answer


class FormGuard(CsrfViewMiddleware):
    """Django's own, kept in the session; whoever brings no session has no guard yet, and none is looked for."""

    def process_request(self, request: HttpRequest) -> None:
        """Read the guard from the session, where there is one."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            super().process_request(request)
