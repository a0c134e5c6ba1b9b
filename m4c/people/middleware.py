"""What happens around every request of somebody signed in."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from m4c.people.models import Device


class SeenDevices:
    """Notes on which day a device was last here: one write a day, and none for pages that ask nobody who they are.

    The session's key changes when a password does; the device's row follows, so that it can still be ended.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then note the device."""
        response = self.get_response(request)
        session = request.session
        if session.accessed and "device" in session:
            here = [session.session_key, timezone.localdate().isoformat()]
            if session.get("device_seen") != here:
                session["device_seen"] = here
                if not Device.objects.see(
                    session["device"], session_key=session.session_key or "", expires_at=session.get_expiry_date()
                ):
                    session.flush()  # it was ended while this request was under way
        return response
