"""Where to go once something is done: back to where the button stood."""

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def onward(request: HttpRequest, default: str, **names: object) -> HttpResponseRedirect:
    """To the page that the form names in `next`, if it is one of ours, else to the route `default`."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if ours else reverse(default, kwargs=names))
