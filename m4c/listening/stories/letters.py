"""The letter with the teller's link: it tells nothing of the story, for letters are read by others too."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils import translation

from m4c.listening.stories.links import GOOD_FOR
from m4c.people.consent_rules import may_contact
from m4c.people.context import name_of_movement
from m4c.people.models import Channel, Purpose
from m4c.people.posting import Posted, message, post

if TYPE_CHECKING:
    from m4c.listening.operations.story_link import StoryLink


def send_link(link: "StoryLink", at: datetime) -> Posted | None:
    """Write to the teller, where they may be written to still; None where not. Raises NobodyAnswers."""
    teller = link.story.teller
    address = teller.emails.first()
    if address is None or not may_contact(teller, Channel.EMAIL, Purpose.SERVICE, at, automatic=True):
        return None
    with translation.override(teller.written_in):
        context = {"movement": name_of_movement(), "name": teller.short_name, "link": link, "days": GOOD_FOR.days}
        text = render_to_string("listening/letters/story_link.txt", context)
    subject, _newline, body = text.partition("\n")
    headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834: nobody's "I am away" answers it
    with post() as way:
        return way.send(message(f"story.{link.story.uid}.{at:%Y%m%d%H%M%S}", subject, body, address.address, headers))
