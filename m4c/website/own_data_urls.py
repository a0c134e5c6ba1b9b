"""Addresses of one's own data, for those without an account, and of an access pack sent by link."""

from functools import partial, update_wrapper

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import joining, own_data, own_pack

sent = update_wrapper(partial(joining.sent, page="own_data_sent"), joining.sent)

urlpatterns = [
    route("my-data/", own_data.ask, allow=PUBLIC, name="ask-own-data"),
    route("my-data/look-at-your-mail/", sent, allow=PUBLIC, name="own-data-sent"),
    route("my-data/here/", own_data.own_data, allow=PUBLIC, name="own-data"),
    route("my-data/here/contact/", own_data.put_right, allow=PUBLIC, name="put-own-data-right"),
    route("my-data/here/stop/", own_data.stop, allow=PUBLIC, name="stop-own-data"),
    route("my-data/here/leaving/<slug:slug>/", own_data.leave, allow=PUBLIC, name="leave-by-own-data"),
    route("my-data/here/closing/", own_data.close, allow=PUBLIC, name="close-own-data"),
    route("my-data/<str:token>/", own_data.open_link, allow=PUBLIC, name="own-data-link"),
    route("my-copy/<str:token>/", own_pack.own_pack, allow=PUBLIC, name="own-pack"),
    route("my-copy/<str:token>/<slug:file>/", own_pack.take, allow=PUBLIC, name="take-own-pack"),
]
