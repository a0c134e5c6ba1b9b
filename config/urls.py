"""All addresses, by app. Third-party trees come through `mount` only."""

from django.urls import include, path

from m4c.core.routes import mount

urlpatterns = [
    path("", include("m4c.core.urls")),
    path("", include("m4c.people.urls")),
    path("", include("m4c.events.urls")),
    path("", include("m4c.listening.urls")),
    path("", include("m4c.leaders.urls")),
    path("", include("m4c.insight.urls")),
    path("", include("m4c.website.urls")),
    mount("account/", "m4c.people.allauth_urls"),
]
