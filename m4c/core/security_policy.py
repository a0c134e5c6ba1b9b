"""The content security policy of a page: strict everywhere, and the tightest that Wagtail bears under `cms/`."""

import json
import re
from base64 import b64encode
from functools import cached_property
from hashlib import sha256

from csp.constants import HEADER, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

EDITOR = "/cms/"

# All that Wagtail ever writes into its screens as script: a field that is set up by one call, with data and no code.
SET_UP = re.compile(r"<script>((?:new (?:Page|Image)?Chooser|initDate(?:Time)?Chooser)\(([^<]*)\);)</script>")


class SecurityPolicy(CSPMiddleware):
    """Sends one policy for our own pages and one for the site's editor."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer with its policy: that of our own pages, which is the same for all, or one made for this screen.

        A preview in the editor comes with that of the page that it shows, which may stand in no frame: it is replaced.
        """
        if request.path_info.startswith(EDITOR):
            del response[HEADER]
        elif not settings.DEBUG:
            response.headers.setdefault(HEADER, self.ours)
            return response
        return super().process_response(request, response)

    @cached_property
    def ours(self) -> str:
        """The policy of our own pages, as the settings have it."""
        return build_policy()

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The policy that goes with this answer."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(EDITOR):
            scripts = {"script-src": [SELF, *fields_set_up(response)]}
            parts.replace = {**settings.CMS_POLICY, **scripts, **(parts.replace or {})}
        return parts


def fields_set_up(response: HttpResponseBase) -> list[str]:
    """The hashes of those scripts on a screen of the editor that set up a field and can do nothing else.

    A script that somebody smuggled in has no hash, and does not run.
    """
    if not isinstance(response, HttpResponse) or not response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    found = SET_UP.findall(response.text)
    return sorted({hash_of(script) for script, given in found if is_data(given)})


def is_data(given: str) -> bool:
    """Whether what stands between the brackets of a call is values alone, written as JSON."""
    try:
        json.loads(f"[{given}]")
    except ValueError:
        return False
    return True


def hash_of(script: str) -> str:
    """A script as a policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
