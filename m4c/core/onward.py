"""Where to go once something is done: back to where one came from, as long as that is a page of ours."""

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def onward(request: HttpRequest, default: str, **names: object) -> HttpResponseRedirect:
    """To the page that the form names in `next`, if it is one of ours, else to the route `default`."""
    return HttpResponseRedirect(way_back(request, request.POST.get("next", ""), default, **names))


def way_back(request: HttpRequest, wanted: str, default: str, **names: object) -> str:
    """The address `wanted`, which came in with the request, if it is one of ours, else that of the route `default`."""
    return wanted if is_ours(request, wanted) else reverse(default, kwargs=names)


def is_ours(request: HttpRequest, address: str) -> bool:
    """Whether an address leads to this very site, and as safely as the request came."""
    return url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
