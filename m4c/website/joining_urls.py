"""Addresses of the public forms, and of what is near."""

from functools import partial, update_wrapper

from m4c.core.permissions import PUBLIC
from m4c.core.routes import View, route
from m4c.website.views import coming_in, joining, near_me


def thanks(page: str) -> View:
    """The view of a page that says thank you."""
    return update_wrapper(partial(joining.sent, page=page), joining.sent)


urlpatterns = [
    route("join/", joining.join, allow=PUBLIC, name="join"),
    route("join/look-at-your-mail/", thanks("join_sent"), allow=PUBLIC, name="join-sent"),
    route("join/welcome/", thanks("joined"), allow=PUBLIC, name="joined"),
    route("join/asked/", thanks("asked"), allow=PUBLIC, name="asked"),
    route("join/<str:token>/", joining.confirm, allow=PUBLIC, name="join-confirm"),
    route("groups/<slug:slug>/join/", coming_in.ask_group, allow=PUBLIC, name="ask-to-join"),
    route("groups/join/look-at-your-mail/", thanks("ask_sent"), allow=PUBLIC, name="ask-sent"),
    route("come-in/sent/", thanks("come_in_sent"), allow=PUBLIC, name="come-in-sent"),
    route("come-in/<str:token>/", coming_in.come_in, allow=PUBLIC, name="come-in"),
    route("leave/", coming_in.leave, allow=PUBLIC, name="leave"),
    route("leave/sent/", thanks("leave_sent"), allow=PUBLIC, name="leave-sent"),
    route("leave/done/", thanks("left"), allow=PUBLIC, name="left"),
    route("leave/<str:token>/", coming_in.leave_by_letter, allow=PUBLIC, name="leave-by-link"),
    route("contact/", joining.contact, allow=PUBLIC, name="contact"),
    route("contact/sent/", thanks("contact_sent"), allow=PUBLIC, name="contact-sent"),
    route("complain/", joining.complain, allow=PUBLIC, name="complain"),
    route("complain/sent/", thanks("complaint_sent"), allow=PUBLIC, name="complaint-sent"),
    route("near-me/", near_me.near_me, allow=PUBLIC, name="near-me"),
]
