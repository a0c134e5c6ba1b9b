"""The letter that tells somebody not to come: its subject names no campaign, as others may see the screen."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from m4c.campaigns.models import StandDown, StoodDown
from m4c.people.posting import message


def message_of(stand_down: StandDown, row: StoodDown, address: str) -> EmailMessage:
    """One letter, in its reader's language around the group's own words."""
    with translation.override(row.person.written_in):
        event = stand_down.event
        when = date_format(timezone.localtime(event.starts_at), "l j F, H:i") if event else ""
        told = {"stand_down": stand_down, "person": row.person, "when": when, "group": stand_down.campaign.group}
        body = render_to_string("campaigns/stand_down_letter.txt", told)
        subject = _("It is off: {when}").format(when=when) if when else _("It is off")
    headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834: nobody's "I am away" answers it
    return message(f"off-{stand_down.uid}-{row.pk}", subject, body, address, headers)
