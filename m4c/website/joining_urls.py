"""Addresses of the public forms, and of what is near."""

from functools import partial, update_wrapper

from m4c.core.permissions import PUBLIC
from m4c.core.routes import View, route
from m4c.website.views import joining, near_me


def thanks(page: str) -> View:
    """The view of a page that says thank you."""
    return update_wrapper(partial(joining.sent, page=page), joining.sent)


urlpatterns = [
    route("join/", joining.join, allow=PUBLIC, name="join"),
    route("join/look-at-your-mail/", thanks("join_sent"), allow=PUBLIC, name="join-sent"),
    route("join/welcome/", thanks("joined"), allow=PUBLIC, name="joined"),
    route("join/<str:token>/", joining.confirm, allow=PUBLIC, name="join-confirm"),
    route("contact/", joining.contact, allow=PUBLIC, name="contact"),
    route("contact/sent/", thanks("contact_sent"), allow=PUBLIC, name="contact-sent"),
    route("complain/", joining.complain, allow=PUBLIC, name="complain"),
    route("complain/sent/", thanks("complaint_sent"), allow=PUBLIC, name="complaint-sent"),
    route("near-me/", near_me.near_me, allow=PUBLIC, name="near-me"),
]
