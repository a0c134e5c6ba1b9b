"""Addresses that machines ask every site for, the same in all languages."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import well_known

urlpatterns = [
    route("robots.txt", well_known.robots, allow=PUBLIC, name="robots"),
    route("site.webmanifest", well_known.manifest, allow=PUBLIC, name="web-manifest"),
    route("sitemap.xml", well_known.sitemap, allow=PUBLIC, name="sitemap"),
]
