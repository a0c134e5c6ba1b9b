"""Addresses of telling a group."""

from m4c.core.routes import route
from m4c.outreach.permissions import TELL_GROUP, TELL_SHARE
from m4c.outreach.views import telling

ONE = "organise/tellings/<uuid:uid>"

urlpatterns = [
    route("organise/tellings/", telling.tellings, allow=TELL_SHARE, name="tellings"),
    route("organise/tellings/new/", telling.write, allow=TELL_GROUP, name="write-telling"),
    route(f"{ONE}/", telling.telling, allow=TELL_SHARE, name="telling"),
    route(f"{ONE}/words/", telling.change, allow=TELL_GROUP, name="change-telling"),
    route(f"{ONE}/sending/", telling.send, allow=TELL_GROUP, name="send-telling"),
    route(f"{ONE}/calling-off/", telling.call_off, allow=TELL_GROUP, name="call-off-telling"),
    route(f"{ONE}/shares/", telling.share_out, allow=TELL_GROUP, name="share-out-telling"),
    route(f"{ONE}/share/", telling.share, allow=TELL_SHARE, name="telling-share"),
    route(f"{ONE}/share/letters/", telling.share_letters, allow=TELL_SHARE, name="share-letters"),
    route("organise/told/<uuid:uid>/<slug:state>/", telling.say, allow=TELL_SHARE, name="say-told"),
]
