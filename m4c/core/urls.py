"""Addresses of core: signs of life, the search box, and the page of all components."""

from m4c.core.permissions import PUBLIC, SEE_COMPONENTS, SIGNED_IN
from m4c.core.routes import route
from m4c.core.views import health
from m4c.core.views.components import components
from m4c.core.views.search import results

urlpatterns = [
    route("healthz", health.alive, allow=PUBLIC, name="healthz"),
    route("readyz", health.ready, allow=PUBLIC, name="readyz"),
    route("organise/search/", results, allow=SIGNED_IN, name="search"),
    route("organise/components/", components, allow=SEE_COMPONENTS, name="components"),
]
