"""Addresses of what the movement says of itself and of its words."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.website.views import words

urlpatterns = [
    route("privacy/", words.privacy_notice, allow=PUBLIC, name="privacy-notice"),
    route("privacy/<int:number>/", words.privacy_notice, allow=PUBLIC, name="privacy-notice-version"),
    route("imprint/", words.imprint, allow=PUBLIC, name="imprint"),
    route("who-pays/", words.who_pays, allow=PUBLIC, name="who-pays"),
    route("glossary/", words.glossary, allow=PUBLIC, name="glossary"),
    route("hiding-your-visit/", words.hide_your_visit, allow=PUBLIC, name="hide-your-visit"),
    route("method/", words.method, allow=PUBLIC, name="method"),
]
