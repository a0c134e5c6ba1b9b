"""Addresses of kits that are open to strangers, in each language."""

from m4c.campaigns.views import kit
from m4c.core.permissions import PUBLIC
from m4c.core.routes import route

urlpatterns = [
    route("kits/", kit.public, allow=PUBLIC, name="public-kits"),
    route("kits/<slug:slug>/", kit.public_one, allow=PUBLIC, name="public-kit"),
]
