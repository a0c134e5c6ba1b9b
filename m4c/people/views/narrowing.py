"""Narrowing the workspace to one group, and back to all one's groups."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from m4c.core.onward import onward, way_back
from m4c.core.search import cleaned, holds
from m4c.people.forms.group import FindGroupForm
from m4c.people.narrowing import narrow, narrowed_to, offered
from m4c.people.views.asking import account_of
from m4c.people.views.group import FOUND, SHOWN, branches_of


@require_http_methods(["GET", "POST"])
def narrowing(request: HttpRequest) -> HttpResponse:
    """One's groups as a tree, to pick one; picked, back to where one was."""
    if request.method == "POST":
        narrow(request, request.POST.get("group", ""))
        return onward(request, settings.LOGIN_REDIRECT_URL)
    form = FindGroupForm(request.GET)
    words = cleaned(form.chosen("q") or "")
    groups = offered(account_of(request))
    found = list(groups.filter(holds("name", words) | holds("place", words))[:FOUND]) if words else []
    tree = [] if words else list(groups[: SHOWN + 1])
    context = {
        "form": form,
        "words": words,
        "found": found,
        "branches": branches_of(tree[:SHOWN]),
        "is_cut": len(tree) > SHOWN,
        "current": narrowed_to(request),
        "next": way_back(request, request.GET.get("next", ""), settings.LOGIN_REDIRECT_URL),
    }
    return render(request, "people/narrowing.html", context)
