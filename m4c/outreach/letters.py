"""Letters of tellings: plain text, in the reader's language around the group's own words, with a way out in each."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from m4c.outreach.models import Telling, Told
from m4c.people.posting import message


def message_of(telling: Telling, told: Told, token: str, address: str) -> EmailMessage:
    """One letter, as it goes.

    The way out stands in the letter and in its headers (RFC 2369, and RFC 8058 for one press). The subject is what
    the group wrote: it names neither the group nor what it is about by itself, as others may see the screen.
    """
    with translation.override(told.person.written_in):
        way_out = settings.SITE_URL + reverse("stop-letters", kwargs={"token": token})
        body = render_to_string(
            "outreach/letters/telling.txt", {"telling": telling, "person": told.person, "way_out": way_out}
        )
    headers = {
        "List-Unsubscribe": f"<{way_out}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
    return message(str(told.uid), telling.subject, body, address, headers)
