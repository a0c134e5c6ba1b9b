"""Addresses of wanting a kit in one's own place, open to strangers; links open with a secret alone."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import kit_wish

urlpatterns = [
    route("kits/look-at-your-mail/", kit_wish.sent, allow=PUBLIC, name="kit-wish-sent"),
    route("kits/done/", kit_wish.answered, allow=PUBLIC, name="kit-answered"),
    route("kits/wish/<str:token>/", kit_wish.by_wish, allow=PUBLIC, name="kit-wish"),
    route("kits/near/<str:token>/", kit_wish.by_introduction, allow=PUBLIC, name="kit-introduction"),
    route("kits/<slug:slug>/want/", kit_wish.want, allow=PUBLIC, name="want-kit"),
]
