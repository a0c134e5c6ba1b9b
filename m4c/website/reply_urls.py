"""Addresses of replies to public events."""

from functools import partial, update_wrapper

from m4c.core.permissions import PUBLIC
from m4c.core.routes import View, route
from m4c.website.views import replying


def answered(*, waits: bool) -> View:
    """The page that says thank you, for those who have a place or for those who wait."""
    return update_wrapper(partial(replying.replied, waits=waits), replying.replied)


urlpatterns = [
    route("events/<uuid:uid>/reply/", replying.reply, allow=PUBLIC, name="public-reply"),
    route("events/<uuid:uid>/replied/", answered(waits=False), allow=PUBLIC, name="replied"),
    route("events/<uuid:uid>/waiting/", answered(waits=True), allow=PUBLIC, name="reply-waits"),
    route("events/replies/<str:token>/", replying.own_reply, allow=PUBLIC, name="reply"),
    route("events/replies/<str:token>/removal/", replying.cancel, allow=PUBLIC, name="cancel-reply"),
]
