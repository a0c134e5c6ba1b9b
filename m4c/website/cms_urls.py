"""Wagtail's editor, behind a door of ours, without the screens that are ours to keep: they lead to ours, or nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin.urls import urlpatterns as wagtail_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from m4c.website.editors_door import for_editors

SIGN_IN = RedirectView.as_view(pattern_name="account_login", query_string=True)
# What does not exist here. Accounts, roles and groups are kept in the workspace; sites, languages, collections and
# moderation follow the movement's groups by operation; no page asks for a password; events are planned in the
# workspace and chosen here; pictures come and go one by one, and their list for scripts, which the editor does not
# ask for, would tell what those of every group are called.
NOWHERE = (
    "users|groups|sites|locales|collections|workflows|snippets|forms|styleguide|test404|failwhale"
    r"|reports/page-types-usage|pages/\d+/privacy|images/multiple|images/\d+/generate_url|bulk/website/picture"
    r"|api/main/images|choose-event/(?:create|chosen-multiple)"
)


def nowhere(request: HttpRequest) -> HttpResponse:
    """Not there."""
    raise Http404


urlpatterns = [
    path("login/", SIGN_IN, name="cms-sign-in"),
    re_path(r"^password_reset/", SIGN_IN, name="cms-password-reset"),
    path("account/", RedirectView.as_view(pattern_name="own-account"), name="cms-own-account"),
    path("logout/", RedirectView.as_view(pattern_name="account_logout"), name="cms-sign-out"),
    path("images/multiple/add/", RedirectView.as_view(pattern_name="wagtailimages:add"), name="cms-add-picture"),
    re_path(rf"^(?:{NOWHERE})(?:/|$)", nowhere, name="cms-nowhere"),
    path("", include(decorate_urlpatterns(list(wagtail_urls), for_editors))),
]
