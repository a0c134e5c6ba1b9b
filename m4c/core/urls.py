"""Addresses of core: signs of life, and the page of all components."""

from m4c.core.permissions import PUBLIC, SEE_COMPONENTS
from m4c.core.routes import route
from m4c.core.views import health
from m4c.core.views.components import components

urlpatterns = [
    route("healthz", health.alive, allow=PUBLIC, name="healthz"),
    route("readyz", health.ready, allow=PUBLIC, name="readyz"),
    route("organise/components/", components, allow=SEE_COMPONENTS, name="components"),
]
