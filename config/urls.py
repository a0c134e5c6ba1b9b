"""All addresses, by app. Third-party trees come through `mount` only.

What is public has an address for each language (`/cy/` for Welsh); the workspace and the editor have one for all.
"""

from django.conf.urls.i18n import i18n_patterns

from m4c.core.routes import Shelves, mount

urlpatterns = [
    Shelves(
        "m4c.core.urls",
        "m4c.people.urls",
        "m4c.events.urls",
        "m4c.listening.urls",
        "m4c.leaders.urls",
        "m4c.power.urls",
        "m4c.campaigns.urls",
        "m4c.commitments.urls",
        "m4c.outreach.urls",
        "m4c.insight.urls",
        "m4c.website.well_known_urls",
        "m4c.website.file_urls",
    ),
    mount("cms/", "m4c.website.cms_urls"),
    *i18n_patterns(
        Shelves(
            "m4c.website.urls",
            "m4c.website.public_urls",
            "m4c.campaigns.kits.public_urls",
            "m4c.commitments.table.public_urls",
            "m4c.insight.public_urls",
            "m4c.listening.deciding.public_urls",
            "m4c.listening.story_public_urls",
            "m4c.listening.themes.public_urls",
            "m4c.outreach.public_urls",
            "m4c.people.public_urls",
        ),
        mount("account/", "m4c.people.accounts.allauth_urls"),
        mount("", "m4c.website.site_urls", opened=True),  # Wagtail's pages: whatever no address above has claimed
        prefix_default_language=False,
    ),
]
