"""Who may open the public forms and pages of words: everybody, signed in or not."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.people.models import LeavingLink, OpenInvitation, SignUp
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.privacy_notice import notice_shown
from tests.access.personas import ANYBODY
from tests.access.table import form, page
from tests.cast import Cast

THANKS = "join-sent joined contact-sent complaint-sent asked ask-sent come-in-sent leave-sent left"
PAGES = f"{THANKS} near-me privacy-notice imprint who-pays glossary hide-your-visit method"


def sign_up(cast: Cast) -> dict[str, Any]:
    """Somebody who has the letter."""
    now = timezone.now()
    SignUp.objects.create(
        given_name="Ebo",
        email="ebo.iwu@example.org",
        postcode="CF10 1EP",
        language="en-gb",
        notice=notice_shown(1),
        token_hash=hash_of("secret"),
        made_at=now,
        expires_at=now + timedelta(days=1),
    )
    return {"token": "secret"}


def invitation(cast: Cast) -> dict[str, Any]:
    """An invitation to Cardiff."""
    now = timezone.now()
    OpenInvitation.objects.create(
        group=cast.cardiff,
        purpose="Tower Street",
        expires_at=now + timedelta(days=1),
        token_hash=hash_of("secret"),
        made_by=cast.leader,
        made_at=now,
    )
    return {"token": "secret"}


def leaving_link(cast: Cast) -> dict[str, Any]:
    """The member who has the letter by which one leaves."""
    now = timezone.now()
    LeavingLink.objects.create(
        person=cast.person("member"),
        group=cast.cardiff,
        token_hash=hash_of("secret"),
        made_at=now,
        expires_at=now + timedelta(days=1),
    )
    return {"token": "secret"}


ROWS = {
    **{name: page(ANYBODY) for name in PAGES.split()},
    "privacy-notice-version": page(ANYBODY, given={"number": 1}),
    # What is sent without the form's stamp is thrown away, and answered alike.
    "join": form(ANYBODY),
    "contact": form(ANYBODY),
    "complain": form(ANYBODY),
    "ask-to-join": form(ANYBODY, given={"slug": "cardiff"}),
    "come-in": form(ANYBODY, given=invitation),
    "leave": form(ANYBODY),
    "leave-by-link": form(ANYBODY, given=leaving_link, sent={"yes": "1"}),
    "join-confirm": form(ANYBODY, given=sign_up, sent={"yes": "1"}),
}
