"""The copy of all that is held on somebody, by the link that they were sent."""

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.people.access.files import TYPES, path_by_link
from m4c.people.models.account import website
from m4c.people.operations.access_pack import take_file_by_link
from m4c.people.operations.rights_request import RightsRefused
from m4c.people.views.access_pack import file_of


@never_cache
@require_safe
def own_pack(request: HttpRequest, token: str) -> HttpResponse:
    """Two buttons, the same for everybody: only the press asks whether the link is good, and is on record."""
    return render(request, "website/own_pack.html", {"token": token})


@never_cache
@require_POST
def take(request: HttpRequest, token: str, file: str) -> HttpResponse:
    """A file of the copy."""
    if too_many := ratelimit.consume_or_429(request, action="own_data_link"):
        return too_many
    if file not in TYPES:
        raise Http404
    try:
        pack = take_file_by_link(token=token, file=file, at=timezone.now(), by=website())
    except RightsRefused as refused:
        return render(request, "website/own_data_gone.html", {"sentence": refused}, status=404)
    return file_of(path_by_link(pack, file), file)
