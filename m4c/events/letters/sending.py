"""One letter on its way: whether it may still go, the message that it is, and what became of it."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from m4c.events.letters.when import is_too_late
from m4c.events.letters.whom import people_for
from m4c.events.letters.writing import reader_of, write_letter
from m4c.events.models import EventLetter, LetterToSomebody, Reply
from m4c.people.consent_rules import may_contact
from m4c.people.models import Channel, Purpose
from m4c.people.posting import Post

Outcome = tuple[str, str]
State = LetterToSomebody.State


def refused_beforehand(letter: LetterToSomebody, now: datetime) -> Outcome | None:
    """Why a letter does not go after all; None where it may.

    It is word of what somebody is down for themselves, and goes out by itself: docs/decisions/0009.
    """
    if is_too_late(letter.event, letter.kind, now):
        return State.HELD_BACK, _("It would have come too late.")
    if not people_for(letter.event, letter.kind).filter(pk=letter.person_id).exists():
        return State.HELD_BACK, _("It is not for them any more.")
    answer = may_contact(letter.person, Channel.EMAIL, Purpose.SERVICE, now, automatic=True)
    return None if answer else (State.HELD_BACK, answer.why)


def send(way: Post, letter: LetterToSomebody) -> Outcome:
    """Write a letter and send it; what became of it. Raises NobodyAnswers."""
    address = letter.person.emails.first()
    if address is None:
        return State.HELD_BACK, _("We have no e-mail address of theirs.")
    posted = way.send(message_of(letter, address.address))
    if posted.went:
        return State.SENT, ""
    return (State.QUEUED if posted.may_try_again else State.FAILED), posted.why


def message_of(letter: LetterToSomebody, address: str) -> EmailMessage:
    """The message: in plain text, with the event for their calendar beside it where that has changed for them."""
    event = letter.event
    edited = EventLetter.objects.filter(event=event, kind=letter.kind).first()
    reply = Reply.objects.filter(event=event, person=letter.person).first()
    written = write_letter(event, letter.kind, edited, reader_of(letter.person, reply))
    headers = {
        "Message-ID": f"<{event.uid}.{letter.pk}@{message_host()}>",  # the same for the same letter
        "Auto-Submitted": "auto-generated",  # RFC 3834: nobody's "I am away" answers it
    }
    message = EmailMessage(written.subject, written.body, settings.DEFAULT_FROM_EMAIL, [address], headers=headers)
    if written.calendar:
        message.attach("event.ics", written.calendar.decode(), "text/calendar")
    return message


def message_host() -> str:
    """What stands after the @ of a letter's own name: where our letters come from."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
