"""Addresses of supporters' letters, open to strangers; the link back opens with a secret alone."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import letters

urlpatterns = [
    route("write/back/<str:token>/", letters.back, allow=PUBLIC, name="letter-back"),
    route("write/<slug:slug>/", letters.write, allow=PUBLIC, name="public-letter-drive"),
]
