"""No more letters: the link in each of them, and the one press of mail programs (RFC 8058)."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from m4c.outreach.operations.telling import TellingRefused, stop_letters
from m4c.people.models.account import website


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """A button, and when it is pressed no more letters: a mail scanner that opens the link does nothing.

    A mail program presses from anywhere and without a session, so only the secret guards it. Known or not, a link
    shows the same button.
    """
    if too_many := ratelimit.consume_or_429(request, action="sign_up_link", limit_get=True):
        return too_many
    if request.method != "POST":
        return render(request, "outreach/stop_letters.html")
    try:
        stop_letters(token=token, at=timezone.now(), by=website())
    except TellingRefused:
        return render(request, "outreach/stop_letters.html", {"is_gone": True}, status=404)
    return render(request, "outreach/stop_letters.html", {"is_stopped": True})
