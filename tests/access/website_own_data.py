"""Who may open one's own data: everybody to ask for it, and whoever holds a link to what it opens."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.people.models import OwnDataLink
from m4c.people.models.sign_in_link import hash_of
from tests.access.personas import ANYBODY, NOBODY
from tests.access.table import form, page, press
from tests.cast import Cast


def link(cast: Cast) -> dict[str, Any]:
    """The member's link."""
    now = timezone.now()
    OwnDataLink.objects.create(
        person=cast.person("member"),
        email="kofi.mensah@example.org",
        token_hash=hash_of("secret"),
        made_at=now,
        expires_at=now + timedelta(hours=1),
    )
    return {"token": "secret"}


ROWS = {
    "own-data-sent": page(ANYBODY),
    "ask-own-data": form(ANYBODY),
    "own-data-link": form(ANYBODY, given=link, sent={"yes": "1"}),
    # Without a link that this browser has used there is nothing here.
    "own-data": page(NOBODY, area=ANYBODY),
    "put-own-data-right": press(NOBODY, area=ANYBODY),
    "stop-own-data": press(NOBODY, area=ANYBODY),
    "leave-by-own-data": press(NOBODY, area=ANYBODY, given={"slug": "cardiff"}),
    "close-own-data": press(ANYBODY, writes=NOBODY),
    "own-pack": page(ANYBODY, given={"token": "secret"}),
    "take-own-pack": press(NOBODY, area=ANYBODY, given={"token": "secret", "file": "pdf"}),
}
