"""The link by which somebody changes or takes back their reply: 256 bits that only this server can work out."""

import base64

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from m4c.core.languages import in_language
from m4c.events.models import Reply

SALT = "m4c.events.replies.links"


def token_of(reply: Reply) -> str:
    """The secret of a reply's link. It is worked out anew for each letter, so all of them hold; a hash alone is kept.

    Whoever reads the database cannot make it without the server's own key.
    """
    digest = salted_hmac(SALT, str(reply.uid), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def path_of(token: str, language: str = "") -> str:
    """Where the link leads, in a language; in the one in use where none is named."""
    path = reverse("reply", kwargs={"token": token})
    return in_language(path, language) if language else path


def link_of(reply: Reply) -> str:
    """The whole address for a letter, in the language in which its person replied."""
    return settings.SITE_URL + path_of(token_of(reply), reply.language)
