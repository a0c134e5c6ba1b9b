"""Wagtail's editor, without the doors and screens that are ours to keep: they lead to ours, or nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path
from django.views.generic import RedirectView

SIGN_IN = RedirectView.as_view(pattern_name="account_login", query_string=True)


def nowhere(request: HttpRequest) -> HttpResponse:
    """Not there: accounts and groups are kept in the workspace."""
    raise Http404


urlpatterns = [
    path("login/", SIGN_IN, name="cms-sign-in"),
    re_path(r"^password_reset/", SIGN_IN, name="cms-password-reset"),
    path("account/", RedirectView.as_view(pattern_name="own-account"), name="cms-own-account"),
    path("logout/", RedirectView.as_view(pattern_name="account_logout"), name="cms-sign-out"),
    re_path(r"^(users|groups|sites|locales|collections|workflows/(add|edit|tasks))(/|$)", nowhere, name="cms-nowhere"),
    path("", include("wagtail.admin.urls")),
]
