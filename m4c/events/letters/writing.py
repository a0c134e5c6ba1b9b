"""A letter of an event as somebody gets it: subject, text and the event for their calendar, in their language."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from m4c.events.calendars.entries import entry_of
from m4c.events.calendars.writing import write as write_calendar
from m4c.events.letters.when import BEFORE
from m4c.events.letters.words import may_be_named, own_subject, own_words, time_told
from m4c.events.models import Event, EventLetter, Reply
from m4c.events.replies.links import link_of
from m4c.people.models import Person

Kind = EventLetter.Kind
WITH_CALENDAR = [Kind.CONFIRMATION, Kind.PLACE, Kind.CHANGE, Kind.CALLED_OFF]

WITH_CODE = [Kind.CONFIRMATION, Kind.REMINDER, Kind.PLACE]  # who waited for a place had none to be confirmed


@dataclass(frozen=True)
class Letter:
    """What goes to somebody. `calendar` is a file of RFC 5545 with its SEQUENCE and STATUS, empty where none goes."""

    subject: str
    body: str
    calendar: bytes = b""


@dataclass(frozen=True)
class Reader:
    """Who reads a letter: their name, their language, their code for the door, their reply where they gave one, and
    the time zone where they chose one.
    """

    name: str
    language: str
    reply: Reply | None = None
    code: str = ""
    zone: str = ""

    @property
    def waits(self) -> bool:
        """Whether they are on the waiting list."""
        return self.reply is not None and self.reply.cancelled_at is None and self.reply.waiting_since is not None

    @property
    def link(self) -> str:
        """Where they change or take back what they said; blank where that is over, or they used no form."""
        return link_of(self.reply) if self.reply and self.reply.cancelled_at is None else ""


def reader_of(person: Person, reply: Reply | None, code: str = "", zone: str = "") -> Reader:
    """Somebody as a reader: in the language in which they replied, else in that of their record."""
    language = reply.language if reply and reply.language else person.written_in
    return Reader(person.short_name, language, reply, code, zone)


def write_letter(event: Event, kind: str, edited: EventLetter | None, reader: Reader) -> Letter:
    """The letter of a kind: in the planner's own words where there are any, but for whoever waits for a place."""
    waits = reader.waits
    subject, words = (edited.subject, edited.words) if edited and not waits else ("", "")
    with translation.override(reader.language):
        is_ahead = kind in BEFORE
        context = {
            "event": event,
            "name": reader.name,
            "words": words or own_words(kind, waits=waits),
            "why": event.called_off_why if kind == Kind.CALLED_OFF else "",
            "when": time_told(event, reader.zone),
            "place": where(event, waits=waits) if is_ahead and kind != Kind.CALLED_OFF else "",
            "online": event.link if is_ahead and kind != Kind.CALLED_OFF and not waits else "",
            "way_back": reader.link if is_ahead and kind != Kind.CALLED_OFF else "",
            "code": reader.code if kind in WITH_CODE and not waits else "",
            "is_ahead": is_ahead,
        }
        body = render_to_string("events/letters/letter.txt", context)
        calendar = calendar_of(event, reader.zone) if kind in WITH_CALENDAR and not waits else b""
        return Letter(subject or own_subject(event, kind, waits=waits), body.strip(), calendar)


def where(event: Event, *, waits: bool) -> str:
    """Where it is, as whoever is coming may know it; whoever only waits reads of a home no more than strangers do."""
    parts = (event.place_for_all, event.postcode_for_all) if waits else (event.place, event.postcode)
    return ", ".join(part for part in parts if part)


def calendar_of(event: Event, zone: str) -> bytes:
    """The event for their calendar, which knows it by its uid and takes the highest sequence."""
    name = "public-event" if may_be_named(event) else "event"
    path, place = reverse(name, kwargs={"uid": event.uid}), where(event, waits=False)
    entry = entry_of(event, path, place=place, link=event.link, zone=zone)
    return write_calendar([entry], entry.title)
