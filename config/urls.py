"""All addresses, by app. Third-party trees come through `mount` only.

What is public has an address for each language (`/cy/` for Welsh); the workspace and the editor have one for all.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from m4c.core.routes import mount

urlpatterns = [
    path("", include("m4c.core.urls")),
    path("", include("m4c.people.urls")),
    path("", include("m4c.events.urls")),
    path("", include("m4c.listening.urls")),
    path("", include("m4c.leaders.urls")),
    path("", include("m4c.power.urls")),
    path("", include("m4c.campaigns.urls")),
    path("", include("m4c.commitments.urls")),
    path("", include("m4c.outreach.urls")),
    path("", include("m4c.insight.urls")),
    path("", include("m4c.website.well_known_urls")),
    path("", include("m4c.website.file_urls")),
    mount("cms/", "m4c.website.cms_urls"),
    *i18n_patterns(
        path("", include("m4c.website.urls")),
        path("", include("m4c.website.public_urls")),
        path("", include("m4c.campaigns.kits.public_urls")),
        path("", include("m4c.commitments.table.public_urls")),
        path("", include("m4c.insight.public_urls")),
        path("", include("m4c.listening.deciding.public_urls")),
        path("", include("m4c.listening.story_public_urls")),
        path("", include("m4c.listening.themes.public_urls")),
        path("", include("m4c.outreach.public_urls")),
        path("", include("m4c.people.public_urls")),
        mount("account/", "m4c.people.accounts.allauth_urls"),
        mount("", "m4c.website.site_urls", opened=True),  # Wagtail's pages: whatever no address above has claimed
        prefix_default_language=False,
    ),
]
