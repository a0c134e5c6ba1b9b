"""The request of somebody signed in, as views name it in their signatures."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from m4c.people.models import Account


class SignedIn(HttpRequest):
    """A request behind the closed door: `user` is an account, never a stranger."""

    user: Account
    htmx: HtmxDetails
