"""Pages of coming in: sign in, open a one-time link, set up a second factor, and the demo's door."""

from typing import Any

from allauth.account.utils import get_next_redirect_url, perform_login
from allauth.account.views import LoginView
from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from m4c.core.demo_mode import DEMO_CAST, is_demo
from m4c.people.forms.sign_in import OpenLinkForm
from m4c.people.models import Account, SignInLink
from m4c.people.models.account import website
from m4c.people.naming import one_of_us
from m4c.people.operations.sign_in import NO_LINK, SignInRefused, open_demo_door, spend_sign_in_link
from m4c.people.requests import SignedIn

AFTER_SECOND_FACTOR = "after_second_factor"


class SignInPage(LoginView):
    """allauth's sign-in page, with the cast on the demo."""

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Whom anybody may sign in as here: nobody, outside the demo."""
        return super().get_context_data(**context, cast=DEMO_CAST.all() if is_demo() else [])


@require_GET
def no_sign_up(request: HttpRequest) -> HttpResponse:
    """Say how one comes by an account, to everybody alike."""
    return render(request, "people/sign_in_invited.html")


@never_cache
@require_http_methods(["GET", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and sign in when it is pressed: a mail scanner that opens the link spends nothing."""
    if too_many := ratelimit.consume_or_429(request, action="sign_in_link", limit_get=True):
        return too_many
    if request.method == "GET" and (found := SignInLink.waiting(token)):
        asked = found.invitation
        by = one_of_us(found.account, asked.invited_by.person) if asked else ""
        context = {"account": found.account, "invitation": asked, "by": by, "form": OpenLinkForm()}
        return render(request, "people/sign_in_link.html", context)
    if request.method == "GET":
        return render(request, "people/sign_in_link_gone.html", {"sentence": NO_LINK}, status=404)
    try:
        link = spend_sign_in_link(token=token, by=website())
    except SignInRefused as refused:
        return render(request, "people/sign_in_link_gone.html", {"sentence": refused}, status=404)
    return perform_login(request, link.account, redirect_url=get_next_redirect_url(request) or first_page(link.account))


@require_GET
def second_factor(request: SignedIn) -> HttpResponse:
    """Say why a second factor is needed and lead to setting it up; once it is, lead back to where it was asked."""
    onward = get_next_redirect_url(request) or request.session.get(AFTER_SECOND_FACTOR) or reverse("own-account")
    if request.user.has_second_factor:
        request.session.pop(AFTER_SECOND_FACTOR, None)
        return HttpResponseRedirect(onward)
    request.session[AFTER_SECOND_FACTOR] = onward
    return render(request, "people/second_factor.html")


def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the cast, on the demo only; anywhere else there is no such page."""
    if not is_demo() or request.method != "POST":
        raise Http404
    try:
        account = open_demo_door(email=request.POST.get("email", ""), by=website())
    except SignInRefused:
        raise Http404 from None
    return perform_login(request, account, redirect_url=get_next_redirect_url(request))


def first_page(account: Account) -> str | None:
    """Where a link leads: to one's own account while nothing else opens it, else to where everybody goes."""
    return None if account.has_usable_password() or account.has_second_factor else reverse("own-account")
