"""One letter on its way: whether it may still go, and the message that it is."""

from datetime import datetime

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from m4c.events.door.codes import sent_code
from m4c.events.letters.when import is_too_late
from m4c.events.letters.whom import people_for
from m4c.events.letters.writing import reader_of, write_letter
from m4c.events.models import EventLetter, LetterToSomebody, Reply
from m4c.people.consent_rules import may_contact
from m4c.people.models import Channel, Purpose
from m4c.people.posting import message
from m4c.people.time_zones import zone_of


def written(letter: LetterToSomebody, now: datetime) -> EmailMessage | str:
    """The message that a letter is, or why it does not go after all."""
    if why_not := held_back_by(letter, now):
        return why_not
    address = letter.person.emails.first()
    return message_of(letter, address.address, now) if address else _("We have no e-mail address of theirs.")


def held_back_by(letter: LetterToSomebody, now: datetime) -> str:
    """Why a letter does not go after all; blank where it may.

    It is word of what somebody is down for themselves, and goes out by itself: docs/decisions/0009.
    """
    if is_too_late(letter.event, letter.kind, now):
        return _("It would have come too late.")
    if not people_for(letter.event, letter.kind).filter(pk=letter.person_id).exists():
        return _("It is not for them any more.")
    answer = may_contact(letter.person, Channel.EMAIL, Purpose.SERVICE, now, automatic=True)
    return "" if answer else answer.why


def message_of(letter: LetterToSomebody, address: str, now: datetime) -> EmailMessage:
    """The message: in plain text, with the event for their calendar beside it where that has changed for them."""
    event = letter.event
    edited = EventLetter.objects.filter(event=event, kind=letter.kind).first()
    reply = Reply.objects.filter(event=event, person=letter.person).first()
    code = sent_code(event, letter.person_id, now)
    zone = zone_of(letter.person) if event.is_online else ""
    told = write_letter(event, letter.kind, edited, reader_of(letter.person, reply, code, zone))
    headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834: nobody's "I am away" answers it
    made = message(f"{event.uid}.{letter.pk}", told.subject, told.body, address, headers)
    if told.calendar:
        made.attach("event.ics", told.calendar.decode(), "text/calendar")
    return made
