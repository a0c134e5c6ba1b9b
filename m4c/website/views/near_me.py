"""What can I do near me this week?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.website.forms import NearForm
from m4c.website.near import near, point_of


@require_safe
def near_me(request: HttpRequest) -> HttpResponse:
    """Ask where, and say what is on there. The address with a place in it is kept by nobody and found by nobody."""
    form = NearForm(request.GET if "where" in request.GET else None)
    context: dict[str, object] = {"form": form, "asked": form.is_bound}
    if form.is_bound and form.is_valid():
        point = point_of(form.cleaned_data["where"])
        context |= {"known": point is not None, "near": near(point, timezone.now()) if point else None}
    response = render(request, "website/near_me.html", context)
    if form.is_bound:
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Referrer-Policy"] = "no-referrer"
    return response
