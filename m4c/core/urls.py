"""Addresses of core: signs of life."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.core.views import health

urlpatterns = [
    route("healthz", health.alive, allow=PUBLIC, name="healthz"),
    route("readyz", health.ready, allow=PUBLIC, name="readyz"),
]
