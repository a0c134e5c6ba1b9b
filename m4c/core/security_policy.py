"""The content security policy of a page: strict everywhere, and the tightest that Wagtail bears under `cms/`."""

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class SecurityPolicy(CSPMiddleware):
    """Sends one policy for our own pages and one for the site's editor."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The policy that goes with this answer."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/cms/"):
            parts.replace = {**settings.CMS_POLICY, **(parts.replace or {})}
        return parts
