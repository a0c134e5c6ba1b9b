"""Erase somebody from listening: their home is no place of a meeting any more, their stories and old words go."""

from datetime import date

from django.db.models import QuerySet

from m4c.events.models import Event
from m4c.listening.models import Concern, HouseMeeting, Story
from m4c.people import ledger
from m4c.people.erasing import Forgotten
from m4c.people.models import Person

GONE = "…"  # what is left of words that went


def in_their_home(forgotten: Forgotten) -> "QuerySet[Event]":
    """House meetings in their own home."""
    hosted = HouseMeeting.objects.filter(host=forgotten.person.pk)
    return Event.objects.filter(pk__in=hosted.values("event"), at_home=True)


def no_place(forgotten: Forgotten, rows: "QuerySet[Event]") -> None:
    """Where they live is no place of an event any more."""
    rows.update(place="", postcode="")


def no_words(forgotten: Forgotten, rows: "QuerySet[Concern]") -> None:
    """That somebody was heard stays counted, under what theme and how strongly; what they said, and where, does not."""
    rows.update(words=GONE, place="", postcode="", may_quote=False)


def no_story(forgotten: Forgotten, rows: "QuerySet[Story]") -> None:
    """A story goes with its teller, and the ledger tells of it no more."""
    ledger.withdraw(rows)
    rows.delete()


def wordy(before: date) -> "QuerySet[HouseMeeting]":
    """House meetings held before a day of which words are left."""
    return HouseMeeting.objects.exclude(next_step="").filter(held_on__lt=before)


def forget_words(person: Person, before: date) -> None:
    """Blank what was agreed at house meetings that somebody hosted before a day."""
    wordy(before).filter(host=person).update(next_step="", next_step_by=None)
