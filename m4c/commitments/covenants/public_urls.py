"""Addresses of covenants that are open to strangers, in each language."""

from m4c.commitments.views import public_covenant
from m4c.core.permissions import PUBLIC
from m4c.core.routes import route

urlpatterns = [
    route("covenants/<slug:slug>/", public_covenant.covenant, allow=PUBLIC, name="public-covenant"),
]
